package dev.kafkaorders.payments.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/// Forgets events that are too old to come again. One that waits, lies dead or is parked is kept
/// for as long as it does: it holds up its order.
///
/// Small transactions that skip rows which somebody has locked: neither the stream nor a second
/// instance that prunes at the same time waits for more than one batch. Fails as a whole when the
/// database is away, and goes on the next time.
@Component
class InboxPruning implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(InboxPruning.class);

    private final JdbcClient database;
    private final InboxSettings settings;
    private final Clock clock;
    private final Counter pruned;

    InboxPruning(JdbcClient database, InboxSettings settings, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.pruned = meters.counter("payments.inbox.pruned");
    }

    /// Not by an annotation, which would have a default of its own for the interval.
    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        var interval = settings.pruneInterval();
        tasks.addFixedDelayTask(new FixedDelayTask(this::prune, interval, interval));
    }

    private void prune() {
        var total = 0;
        var batch = settings.pruneBatch();
        while (batch == settings.pruneBatch()) {
            batch = pruneBatch();
            total += batch;
        }
        if (total > 0) {
            log.atInfo().addKeyValue("entries", total).log("Pruned the inbox");
        }
    }

    private int pruneBatch() {
        var removed =
                database.sql(
                                """
                                delete from inbox
                                where ctid = any(array(
                                    select ctid from inbox
                                    where processed_at < :before and state = 'SETTLED'
                                    limit :batch
                                    for update skip locked))
                                """)
                        .param(
                                "before",
                                clock.instant()
                                        .minus(settings.retention())
                                        .atOffset(ZoneOffset.UTC))
                        .param("batch", settings.pruneBatch())
                        .update();
        pruned.increment(removed);
        return removed;
    }
}

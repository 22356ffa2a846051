package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.record.Content;
import dev.kafkaorders.payments.record.FailureHeaders;
import dev.kafkaorders.payments.record.FailureHeaders.Told;
import dev.kafkaorders.payments.retry.RetryMetrics;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/// Tells operators what failed, once Kafka holds it: counted one by one, logged one by one where a
/// person is needed, and once per batch where it isn't.
@Component
class FailureReport {

    private static final Logger log = LoggerFactory.getLogger(FailureReport.class);

    private final RetryMetrics metrics;

    FailureReport(RetryMetrics metrics) {
        this.metrics = metrics;
    }

    void report(SettledBatch batch) {
        var handled = batch.all().toList();
        handled.forEach(this::count);
        logRetries(handled.stream().filter(one -> one.fate() instanceof Fate.Retried).toList());
    }

    private void count(Handled handled) {
        switch (handled.fate()) {
            case Fate.Retried(_, var hop) -> metrics.hopped(hop);
            case Fate.Dead(var failed) -> {
                var kind = failed.failure().getClass().getSimpleName();
                var told = new Told(failed.attempts(), kind, failed.failure().message());
                var event = countDeath(handled, told);
                if (failed.failure() instanceof Failure.Bug(var exception)) {
                    event.setCause(exception).log("A dead letter: this service has a bug");
                } else {
                    event.log("A dead letter");
                }
            }
            // Maybe this is the first that Kafka holds: who wrote the one before may have died.
            case Fate.StillDead(var letter) ->
                    countDeath(handled, FailureHeaders.read(letter)).log("A dead letter, again");
            case Fate.Ignored _ -> {
                if (handled.delivery().content() instanceof Content.Discard) {
                    log.atWarn()
                            .addKeyValue("eventId", handled.delivery().eventId())
                            .log("To be discarded, but it neither is dead nor waits");
                }
            }
            case Fate.Settled _, Fate.Parked _, Fate.Repeated _ -> {}
        }
    }

    private LoggingEventBuilder countDeath(Handled handled, Told told) {
        metrics.died(told.kind());
        var position = handled.delivery().original().position();
        return log.atError()
                .addKeyValue("topic", position.topic())
                .addKeyValue("partition", position.partition())
                .addKeyValue("offset", position.offset())
                .addKeyValue("eventId", handled.delivery().eventId())
                .addKeyValue("orderId", handled.orderId())
                .addKeyValue("attempt", told.attempts())
                .addKeyValue("failure", told.kind())
                .addKeyValue("reason", told.reason());
    }

    private static void logRetries(List<Handled> retried) {
        if (retried.isEmpty()) {
            return;
        }
        var first = retried.getFirst();
        if (first.fate() instanceof Fate.Retried(var failed, var hop)) {
            log.atWarn()
                    .addKeyValue("events", retried.size())
                    .addKeyValue("firstOrderId", first.orderId())
                    .addKeyValue("attempt", failed.attempts())
                    .addKeyValue("topic", hop.topic())
                    .addKeyValue("reason", failed.failure().message())
                    .log("Events failed and will be tried again");
        }
    }
}

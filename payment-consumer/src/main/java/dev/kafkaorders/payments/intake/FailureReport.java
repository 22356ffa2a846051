package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.record.Content;
import dev.kafkaorders.payments.record.Failed;
import dev.kafkaorders.payments.retry.RetryMetrics;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
                metrics.died(failed.failure());
                logDeath(handled, failed);
            }
            case Fate.Ignored _ -> {
                if (handled.delivery().content() instanceof Content.Discard) {
                    log.atWarn()
                            .addKeyValue("eventId", handled.delivery().eventId())
                            .log("To be discarded, but it neither is dead nor waits");
                }
            }
            case Fate.Settled _, Fate.Parked _, Fate.Repeated _, Fate.StillDead _ -> {}
        }
    }

    private static void logDeath(Handled handled, Failed failed) {
        var position = handled.delivery().original().position();
        var event =
                log.atError()
                        .addKeyValue("topic", position.topic())
                        .addKeyValue("partition", position.partition())
                        .addKeyValue("offset", position.offset())
                        .addKeyValue("eventId", handled.delivery().eventId())
                        .addKeyValue("orderId", handled.orderId())
                        .addKeyValue("attempt", failed.attempts())
                        .addKeyValue("failure", failed.failure().getClass().getSimpleName())
                        .addKeyValue("reason", failed.failure().message());
        if (failed.failure() instanceof Failure.Bug(var exception)) {
            event.setCause(exception).log("A dead letter: this service has a bug");
        } else {
            event.log("A dead letter");
        }
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

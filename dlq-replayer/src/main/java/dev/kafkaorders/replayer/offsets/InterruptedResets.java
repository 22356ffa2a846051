package dev.kafkaorders.replayer.offsets;

import dev.kafkaorders.replayer.audit.AuditUnavailableException;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks for resets that nobody carries out any more, because the replayer died or Kafka refused
/// half-way, so that none says for ever that it is under way.
@Component
class InterruptedResets {

    private static final Logger log = LoggerFactory.getLogger(InterruptedResets.class);

    private final Resets resets;

    InterruptedResets(Resets resets) {
        this.resets = resets;
    }

    @Scheduled(fixedDelayString = "2s")
    void settle() {
        try {
            resets.settleInterrupted();
        } catch (KafkaUnavailableException | AuditUnavailableException e) {
            log.atWarn().setCause(e).log("Interrupted resets can't be looked for");
        }
    }
}

package dev.kafkaorders.replayer.writing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the replayer writes.
///
/// @param transactionalId the same for all instances: the one that starts last writes, and Kafka
///   fences the others
/// @param transactionTimeout how long a transaction may take, and how long one whose producer never
///   comes back holds up read_committed readers
/// @param maxWait how long an operator's act waits before it is refused
@ConfigurationProperties("replayer.writer")
public record WriterSettings(
        @DefaultValue("dlq-replayer") String transactionalId,
        @DefaultValue("10s") Duration transactionTimeout,
        @DefaultValue("20s") Duration maxWait) {

    private static final Duration SHORTEST_TRANSACTION_TIMEOUT = Duration.ofSeconds(2);

    public WriterSettings {
        if (transactionalId.isBlank()) {
            throw new IllegalArgumentException("replayer.writer.transactional-id is blank");
        }
        if (transactionTimeout.compareTo(SHORTEST_TRANSACTION_TIMEOUT) < 0) {
            throw new IllegalArgumentException(
                    "replayer.writer.transaction-timeout is %s, less than %s"
                            .formatted(transactionTimeout, SHORTEST_TRANSACTION_TIMEOUT));
        }
        if (!maxWait.isPositive()) {
            throw new IllegalArgumentException("replayer.writer.max-wait is not positive");
        }
    }
}

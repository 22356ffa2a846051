package dev.kafkaorders.localstack.tour;

import java.net.URI;
import java.util.Map;

/// Kafka, PostgreSQL and the three services, ready, as the tour sees them. The names are those of
/// the command line: `kafka-1` to `kafka-3`, `postgres`, `order-producer`, `payment-consumer`,
/// `dlq-replayer`.
public interface RunningStack {
    /// What a Kafka client needs to read all topics.
    Map<String, String> auditor();

    /// What a Kafka client needs to alter settings.
    Map<String, String> administrator();

    /// The database `payments`, which payment-consumer keeps.
    String jdbcUrl();

    String databaseUser();

    String databasePassword();

    /// Of dlq-replayer's user who acts.
    String operatorPassword();

    /// Where a service listens, without a path.
    URI service(String name);

    /// SIGKILL; returns when the process is gone. Does nothing when it doesn't run.
    void kill(String name);

    /// Starts what was killed; returns when it is ready: a service when it says so, a node when it
    /// is in sync again.
    ///
    /// @throws dev.kafkaorders.localstack.process.StartFailed when it runs already or doesn't
    ///   become ready
    void start(String name);

    boolean isReady(String name);
}

package dev.kafkaorders.payments.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How orders are taken in.
///
/// @param instance name of this instance, stable over restarts and shared with no other: its
///   transactional ids begin with it
/// @param concurrency consumer threads, each with its own consumer and transactional id
/// @param parallelCalls how many gateway calls the instance has under way at once, for all its
///   threads
/// @param firstRetry wait before what failed is tried again
/// @param slowestRetry what that wait grows to
/// @param idleCommit how long a partition has brought nothing before its position is committed, so
///   that the lag of a group that has caught up is 0
/// @param transactionTimeout how long readers wait at most for a transaction of an instance that
///   never comes back
/// @param shutdownTimeout how long a batch in work may take to finish when the service stops
@ConfigurationProperties("payments.intake")
record IntakeSettings(
        String instance,
        @DefaultValue("2") int concurrency,
        @DefaultValue("128") int parallelCalls,
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("5s") Duration slowestRetry,
        @DefaultValue("1s") Duration idleCommit,
        @DefaultValue("10s") Duration transactionTimeout,
        @DefaultValue("25s") Duration shutdownTimeout) {

    IntakeSettings {
        if (instance.isBlank()) {
            throw new IllegalArgumentException("payments.intake.instance is blank");
        }
        if (concurrency < 1 || parallelCalls < 1) {
            throw new IllegalArgumentException(
                    "payments.intake: concurrency and parallel-calls must be positive");
        }
        if (!idleCommit.isPositive()) {
            throw new IllegalArgumentException("payments.intake.idle-commit must be positive");
        }
        if (!firstRetry.isPositive() || slowestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException(
                    "payments.intake: first-retry must be positive and not above slowest-retry");
        }
    }

    /// The wait before the next attempt, doubled by each attempt before.
    Duration waitAfter(int attempt) {
        var doublings = Math.min(attempt - 1, 20);
        var wait = firstRetry.multipliedBy(1L << doublings);
        return wait.compareTo(slowestRetry) < 0 ? wait : slowestRetry;
    }
}

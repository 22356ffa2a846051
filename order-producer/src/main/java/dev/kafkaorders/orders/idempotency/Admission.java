package dev.kafkaorders.orders.idempotency;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Whether a request with a key may be carried out.
public sealed interface Admission {

    /// It may, and nobody else may carry out another one with this key. Close it when the request
    /// has ended, however it ended.
    ///
    /// @param acceptedAt the time of the request: of its first attempt, if this is another one
    /// @param orderedIds whether the ids of its orders are to be in order of time
    /// @param acceptance to be written in the transaction of the request's events
    record Admitted(
            Instant acceptedAt,
            boolean orderedIds,
            ProducerRecord<byte[], byte[]> acceptance,
            Runnable committed,
            Runnable ended)
            implements Admission, AutoCloseable {

        /// The transaction was committed: from now on the same request is a replay.
        public void remember() {
            committed.run();
        }

        @Override
        public void close() {
            ended.run();
        }
    }

    /// It was accepted before. Give the same answer.
    ///
    /// @param orderedIds whether the ids of its orders are in order of time
    record Accepted(Instant acceptedAt, boolean orderedIds) implements Admission {}

    /// The key belongs to another request.
    record KeyReused() implements Admission {}

    /// A request with that key is being carried out right now, here or by another instance.
    record InFlight(Duration retryAfter) implements Admission {}

    /// The log could not be asked in time. Nothing was carried out; safe to try again.
    record Undecided(String reason) implements Admission {}
}

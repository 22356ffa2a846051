package dev.kafkaorders.payments.intake;

/// Is told how far a batch has come. In production nobody listens; fault tests stop the process at
/// a checkpoint, by a bean that is on their class path only.
interface Checkpoints {

    void reached(Checkpoint checkpoint);

    enum Checkpoint {
        /// The gateway has moved money, and no other system knows yet.
        GATEWAY_ANSWERED,
        /// The database knows, Kafka doesn't.
        DATABASE_COMMITTED,
        /// Outcomes and offsets are written to Kafka, in a transaction that is still open.
        OUTCOMES_SENT,
        /// All is done, but the consumer hasn't heard of it.
        KAFKA_COMMITTED
    }
}

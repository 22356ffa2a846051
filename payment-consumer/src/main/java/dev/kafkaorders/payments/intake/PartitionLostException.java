package dev.kafkaorders.payments.intake;

import org.apache.kafka.common.TopicPartition;

/// Another member has handled these records and committed them: we have lost the partition and were
/// not told yet. The next poll will tell us.
class PartitionLostException extends RuntimeException {

    PartitionLostException(TopicPartition partition) {
        super(partition + " was taken over by another member, which has committed these records");
    }
}

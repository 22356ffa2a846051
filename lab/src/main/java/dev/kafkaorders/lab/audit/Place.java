package dev.kafkaorders.lab.audit;

/// Where a record stands.
public record Place(String topic, int partition, long offset) {

    boolean isInPartitionOf(Place other) {
        return topic.equals(other.topic) && partition == other.partition;
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}

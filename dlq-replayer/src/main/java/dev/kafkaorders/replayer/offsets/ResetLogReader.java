package dev.kafkaorders.replayer.offsets;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.cluster.Tail;
import dev.kafkaorders.replayer.writing.Clients;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// Reads the log of resets, and says how far it is.
@Component
class ResetLogReader implements Tail {

    private static final int MAX_POLL_RECORDS = 500;

    private final Clients clients;
    private final ResetLog resets;
    private Map<TopicPartition, Long> ends = Map.of();

    ResetLogReader(Clients clients, ResetLog resets) {
        this.clients = clients;
        this.resets = resets;
    }

    @Override
    public String name() {
        return "offset-resets";
    }

    @Override
    public Consumer<byte[], byte[]> open() {
        var consumer = clients.follower(MAX_POLL_RECORDS);
        try {
            assign(consumer);
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static void assign(Consumer<?, ?> consumer) {
        var partitions =
                consumer.partitionsFor(Topics.OFFSET_RESETS).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + Topics.OFFSET_RESETS + ": create it");
        }
        consumer.assign(partitions);
    }

    @Override
    public void begins(Consumer<?, ?> consumer) {
        ends = consumer.endOffsets(consumer.assignment());
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> record) {
        resets.read(record);
    }

    @Override
    public void reached(Consumer<?, ?> consumer) {
        consumer.assignment()
                .forEach(it -> resets.progress().reached(it.partition(), consumer.position(it)));
        if (ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            resets.progress().started();
        }
    }
}

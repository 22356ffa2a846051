package dev.kafkaorders.lab.evidence;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.audit.GroupOffsets;
import dev.kafkaorders.lab.audit.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/// The offsets that payment-consumer's group has committed.
final class GroupOffsetsReader {
    private final Map<String, String> auditor;

    GroupOffsetsReader(Map<String, String> auditor) {
        this.auditor = auditor;
    }

    GroupOffsets read() {
        try (var admin = Admin.create(new HashMap<String, Object>(auditor))) {
            var committed =
                    admin.listConsumerGroupOffsets(Topics.PAYMENT_CONSUMER)
                            .partitionsToOffsetAndMetadata()
                            .get();
            return new GroupOffsets(
                    committed.entrySet().stream()
                            .map(entry ->
                                    new Place(
                                            entry.getKey().topic(),
                                            entry.getKey().partition(),
                                            entry.getValue().offset()))
                            .toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka can't be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while evidence was gathered", e);
        }
    }
}

package dev.kafkaorders.lab.benchmark.endtoend;

import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/// Orders that other benchmarks have left, and that payment-consumer would pay first.
record OldOrders(BenchmarkStack stack) {
    private static final RecordsToDelete ALL = RecordsToDelete.beforeOffset(-1);

    void delete() throws InterruptedException, ExecutionException {
        var partitions =
                IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(number -> new TopicPartition(Topics.ORDERS, number))
                        .collect(toMap(partition -> partition, _ -> ALL));
        try (var admin = Admin.create(new HashMap<>(stack.clientAs(Users.ADMIN)))) {
            admin.deleteRecords(partitions).all().get();
        }
    }
}

package dev.kafkaorders.lab.benchmark.paying;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import java.util.Map;

/// payment-consumer makes its tables when it starts: so it is started once, and the others find
/// what it uses.
public record TablesOfTheService(BenchmarkStack stack) {
    /// Does nothing when they are there.
    public void make(PaymentTables tables) {
        if (tables.areThere()) {
            return;
        }
        var service =
                stack.service(
                        Users.PAYMENT_CONSUMER,
                        Users.PAYMENT_CONSUMER,
                        Map.of("SPRING_DATASOURCE_URL", tables.url()));
        service.start();
        service.stop();
    }
}

package dev.kafkaorders.orders.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.localstack.LocalService;
import dev.kafkaorders.orders.OrderProducer;
import dev.kafkaorders.teststack.TestStack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The states of orders while instances come, go and die, under load.
@Tag("processes")
class MovingPartitionsIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private Traffic traffic;

    @BeforeEach
    void start() {
        TestStack.get().reset();
        traffic = new Traffic();
    }

    @AfterEach
    void stop() {
        traffic.close();
    }

    @Test
    void aRebalanceNeitherLosesNorDoublesATransition() {
        try (var _ = OrderProducer.start("moving-one")) {
            try (var _ = OrderProducer.start("moving-two")) {
                awaitMoreCaptured();
            }
            awaitMoreCaptured();
            awaitAllCaptured(traffic.end());
        }
        assertThat(EachFactOnce.violations(StatusLog.published())).isEmpty();
    }

    @Test
    void aKillNeitherLosesNorDoublesATransition() {
        try (var service = LocalService.of(OrderProducer.process(Map.of()))) {
            service.start();
            awaitMoreCaptured();
            service.kill();
            service.start();
            awaitAllCaptured(traffic.end());
            service.stop();
        }
        assertThat(EachFactOnce.violations(StatusLog.published())).isEmpty();
    }

    private static void awaitMoreCaptured() {
        var before = captured();
        await().atMost(PATIENCE).pollInterval(LOOK).until(() -> captured() > before);
    }

    private static void awaitAllCaptured(int orders) {
        await().atMost(PATIENCE).pollInterval(LOOK).until(() -> captured() == orders);
    }

    private static long captured() {
        return StatusLog.published().stream()
                .filter(document -> document.state() == OrderState.Name.CAPTURED)
                .map(OrderDocument::orderId)
                .distinct()
                .count();
    }
}

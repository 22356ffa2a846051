package dev.kafkaorders.lab.benchmark.endtoend;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.lab.benchmark.load.ClosedLoop;
import dev.kafkaorders.lab.benchmark.load.OpenLoop;
import dev.kafkaorders.lab.benchmark.load.OrderDoor;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.localstack.Service;
import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.InParallel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;

/// One order-producer and one payment-consumer, with somebody who looks when payments come out.
final class SuiteUnderLoad implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CALLERS = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BenchmarkStack stack;
    private final Service orderProducer;
    private final Service paymentConsumer;
    private final OrderDoor door;

    private SuiteUnderLoad(BenchmarkStack stack) {
        this.stack = stack;
        orderProducer = stack.service(Users.ORDER_PRODUCER, Users.ORDER_PRODUCER, Map.of());
        paymentConsumer = stack.service(Users.PAYMENT_CONSUMER, Users.PAYMENT_CONSUMER, Map.of());
        door = new OrderDoor(orderProducer.baseUrl(), false);
    }

    /// Returns when both are ready.
    static SuiteUnderLoad start(BenchmarkStack stack) {
        var suite = new SuiteUnderLoad(stack);
        InParallel.run(List.<Runnable>of(suite.orderProducer::start, suite.paymentConsumer::start));
        return suite;
    }

    /// How many orders a second it takes all the way, with as many callers as it takes to have both
    /// services busy: what is accepted faster than it is paid only waits.
    double capacity(Duration time) throws Exception {
        var journeys = new Journeys();
        try (var _ = readInto(journeys)) {
            ClosedLoop.run(() -> place(journeys, System.nanoTime()), CALLERS, time);
            awaitEnd(journeys);
            return journeys.perSecond();
        }
    }

    /// Returns when all are paid that came.
    Journeys load(double perSecond, Duration time) {
        var journeys = new Journeys();
        var refused = new LongAdder();
        try (var _ = readInto(journeys)) {
            OpenLoop.run(
                    perSecond,
                    time,
                    due -> {
                        try {
                            place(journeys, due);
                        } catch (IOException e) {
                            refused.increment();
                        }
                    });
            awaitEnd(journeys);
        }
        if (refused.sum() > 0) {
            throw new IllegalStateException(refused.sum() + " orders were not accepted");
        }
        return journeys;
    }

    @Override
    public void close() {
        door.close();
        orderProducer.stop();
        paymentConsumer.stop();
    }

    private void place(Journeys journeys, long due) throws IOException {
        journeys.accepted(JSON.readTree(door.place()).get("id").asString(), due);
    }

    private PaymentsReader readInto(Journeys journeys) {
        return new PaymentsReader(
                stack.clientAs(Users.AUDITOR), order -> journeys.paid(order, System.nanoTime()));
    }

    private static void awaitEnd(Journeys journeys) {
        if (!Await.atMost(PATIENCE, journeys::allEnded)) {
            throw new IllegalStateException(
                    "%d accepted, %d of them paid".formatted(journeys.begun(), journeys.ended()));
        }
    }
}

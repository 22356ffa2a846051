package dev.kafkaorders.orders.placement;

import static dev.kafkaorders.orders.placement.OrderJson.batch;
import static dev.kafkaorders.orders.placement.OrderJson.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.orders.Concurrently;
import dev.kafkaorders.orders.OrderProducer;
import dev.kafkaorders.orders.OrdersLog;
import dev.kafkaorders.teststack.TestStack;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlacementIntegrationTests {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";

    private static OrderProducer service;

    @BeforeAll
    static void start() {
        TestStack.get().reset();
        service = OrderProducer.start("placement");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void answersWithTheOrderOnceItIsInTheLog() {
        var answer = service.post("/orders", order("answer"));
        var placed = placedBy("answer");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(placed).hasSize(1);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/orders/" + placed.getFirst().orderId());
        assertThat(answer.body()).contains("\"totalMinor\":900");
    }

    @Test
    void placesABatchInOneGo() {
        var answer = service.post("/orders/batch", batch("batch", 1000));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(placedBy("batch")).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void idsOfOrdersAndOfTheirEventsAreInOrderOfTime() {
        var customers = List.of("time-1", "time-2", "time-3");
        customers.forEach(customer -> service.post("/orders", order(customer)));
        var times =
                customers.stream()
                        .flatMap(customer ->
                                OrdersLog.events().stream()
                                        .filter(event ->
                                                event.data() instanceof OrderPlaced order
                                                        && order.customerId().equals(customer)))
                        .flatMap(event -> Stream.of(event.data().orderId(), event.id().value()))
                        .map(id -> id.getMostSignificantBits() >>> Short.SIZE);
        assertThat(times).hasSize(6).isSorted();
    }

    @Test
    void placesNothingOfABatchThatHasAnInvalidOrder() {
        var orders = batch("invalid", 10).replaceFirst("450", "-450");
        var answer = service.post("/orders/batch", orders);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("$.orders[0].lines[0].unitPriceMinor");
        assertThat(placedBy("invalid")).isEmpty();
    }

    @Test
    void aBatchOfTheLargestOrdersFitsIntoATransaction() {
        var line = "{\"sku\": \"tea\", \"quantity\": 2, \"unitPriceMinor\": 450}";
        var lines = String.join(",", Collections.nCopies(100, line));
        var orders = batch("large", 600).replace(line, lines);
        assertThat(service.post("/orders/batch", orders).statusCode()).isEqualTo(201);
        assertThat(placedBy("large")).hasSize(600);
    }

    @Test
    void repeatsTheAnswerForTheSameKeyAndRequest() {
        var first = service.post("/orders", order("replay"), KEY, "replay");
        var second = service.post("/orders", order("replay"), KEY, "\"replay\"");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue(REPLAYED)).contains("true");
        assertThat(first.headers().firstValue(REPLAYED)).isEmpty();
        assertThat(placedBy("replay")).hasSize(1);
    }

    @Test
    void repeatsTheAnswerForAKeyThatWasLeftToTheService() {
        var first = service.post("/orders", order("generated"));
        var key = first.headers().firstValue(KEY).orElseThrow();
        var second = service.post("/orders", order("generated"), KEY, key);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(placedBy("generated")).hasSize(1);
    }

    @Test
    void refusesAnotherRequestWithAUsedKey() {
        service.post("/orders", order("first"), KEY, "reused");
        assertThat(service.post("/orders", order("second"), KEY, "reused").statusCode())
                .isEqualTo(422);
        assertThat(service.post("/orders/batch", batch("first", 1), KEY, "reused").statusCode())
                .isEqualTo(422);
        assertThat(placedBy("second")).isEmpty();
    }

    /// Which of them has the key is for the log to say, and that can't be read now.
    @Test
    void refusesNoRequestForGoodForWhatHasNotWonItsKey() throws InterruptedException {
        var requests =
                Stream.of("first", "second", "third")
                        .<Callable<HttpResponse<String>>>map(customer ->
                                () -> service.post("/orders", order(customer), KEY, "undecided"))
                        .toList();
        try (var _ = TestStack.get().freezeKafka()) {
            assertThat(Concurrently.call(requests))
                    .extracting(HttpResponse::statusCode)
                    .containsExactlyInAnyOrder(503, 409, 409);
        }
    }

    @Test
    void placesOneOrderWhenTheSameRequestComesManyTimesAtOnce() throws InterruptedException {
        var requests =
                Collections.nCopies(
                        20,
                        (Callable<HttpResponse<String>>)
                                () -> service.post("/orders", order("crowd"), KEY, "crowd"));
        var answers = Concurrently.call(requests);
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
        assertThat(placedBy("crowd")).hasSize(1);
    }

    @Test
    void writesACancellation() {
        var id = UUID.randomUUID();
        var answer = service.post("/orders/" + id + "/cancellation", "{\"reason\": \"too slow\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(cancellations()).contains(new OrderCancelled(id, "too slow"));
    }

    @Test
    void aCancellationNeedsNoReasonAndCanBeRepeated() {
        var path = "/orders/" + UUID.randomUUID() + "/cancellation";
        assertThat(service.post(path, "").statusCode()).isEqualTo(202);
        assertThat(service.post(path, "").statusCode()).isEqualTo(202);
        var ids =
                OrdersLog.events().stream()
                        .filter(event -> path.contains(event.data().orderId().toString()))
                        .map(event -> event.id());
        assertThat(ids.distinct()).hasSize(1);
    }

    @Test
    void remembersAfterARestart() {
        var first = service.post("/orders", order("restart"), KEY, "restart");
        try (var other = OrderProducer.start("restarted")) {
            var second = other.post("/orders", order("restart"), KEY, "restart");
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().firstValue(REPLAYED)).contains("true");
        }
        assertThat(placedBy("restart")).hasSize(1);
    }

    @Test
    void anExpiredKeyPlacesAnotherOrder() {
        try (var forgetful = OrderProducer.start("forgetful", "orders.idempotency.retention=1s")) {
            var first = forgetful.post("/orders", order("expired"), KEY, "expired");
            await().until(
                            () -> forgetful.post("/orders", order("expired"), KEY, "expired"),
                            answer -> !answer.body().equals(first.body()));
            var ids = placedBy("expired").stream().map(OrderPlaced::orderId);
            assertThat(ids.distinct()).hasSize(2);
        }
    }

    private static List<OrderPlaced> placedBy(String customerId) {
        return OrdersLog.placed().stream()
                .filter(order -> order.customerId().equals(customerId))
                .toList();
    }

    private static List<OrderCancelled> cancellations() {
        return OrdersLog.events().stream()
                .map(event -> event.data())
                .filter(OrderCancelled.class::isInstance)
                .map(OrderCancelled.class::cast)
                .toList();
    }
}

package dev.kafkaorders.orders.placement;

import static dev.kafkaorders.orders.placement.OrderJson.batch;
import static dev.kafkaorders.orders.placement.OrderJson.order;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.orders.Concurrently;
import dev.kafkaorders.orders.OrderProducer;
import dev.kafkaorders.orders.OrdersLog;
import dev.kafkaorders.teststack.TestStack;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two instances, one key, two requests at the same time.
class RacingInstancesIntegrationTests {

    private static final String KEY = "Idempotency-Key";

    private static OrderProducer one;
    private static OrderProducer two;

    @BeforeAll
    static void start() {
        TestStack.get().reset();
        one = OrderProducer.start("one");
        two = OrderProducer.start("two");
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @Test
    void oneOfTwoOrdersWinsTheKey() throws InterruptedException {
        var winners = new HashMap<String, String>();
        for (int round = 0; round < 50; round++) {
            var key = "single-" + round;
            var answers = race("/orders", key, order(key + "-one"), order(key + "-two"));
            winners.put(key, winner(key, answers));
        }
        var customers = customersByKey("single-");
        winners.forEach((key, winner) -> assertThat(customers.get(key)).containsExactly(winner));
    }

    @Test
    void oneOfTwoBatchesWinsTheKeyAsAWhole() throws InterruptedException {
        var winners = new HashMap<String, String>();
        for (int round = 0; round < 50; round++) {
            var key = "batch-" + round;
            var answers =
                    race("/orders/batch", key, batch(key + "-one", 5), batch(key + "-two", 5));
            winners.put(key, winner(key, answers));
        }
        var customers = customersByKey("batch-");
        winners.forEach(
                (key, winner) -> assertThat(customers.get(key)).hasSize(5).containsOnly(winner));
    }

    @Test
    void theSameRequestOnBothPlacesOneOrder() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            var key = "same-" + round;
            var answers = race("/orders", key, order(key + "-it"), order(key + "-it"));
            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .contains(201)
                    .isSubsetOf(201, 409);
        }
        assertThat(customersByKey("same-"))
                .hasSize(20)
                .allSatisfy((_, customers) -> assertThat(customers).hasSize(1));
    }

    @Test
    void eachRemembersWhatTheOtherAccepted() {
        var first = one.post("/orders", order("shared"), KEY, "shared");
        await().untilAsserted(() ->
                assertThat(two.post("/orders", order("shared"), KEY, "shared"))
                        .returns(201, HttpResponse::statusCode)
                        .returns(first.body(), HttpResponse::body));
        assertThat(two.post("/orders", order("other"), KEY, "shared").statusCode()).isEqualTo(422);
    }

    private static List<HttpResponse<String>> race(
            String path, String key, String bodyOfOne, String bodyOfTwo)
            throws InterruptedException {
        return Concurrently.call(
                List.of(
                        () -> one.post(path, bodyOfOne, KEY, key),
                        () -> two.post(path, bodyOfTwo, KEY, key)));
    }

    /// The customer whose order was accepted, while the other one was told that the key is taken.
    private static String winner(String key, List<HttpResponse<String>> answers) {
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsExactlyInAnyOrder(201, 422);
        return key + (answers.getFirst().statusCode() == 201 ? "-one" : "-two");
    }

    /// Of the orders that count.
    private static Map<String, List<String>> customersByKey(String prefix) {
        return OrdersLog.firstPlaced().values().stream()
                .map(order -> order.customerId())
                .filter(customer -> customer.startsWith(prefix))
                .collect(groupingBy(customer -> customer.substring(0, customer.lastIndexOf('-'))));
    }
}

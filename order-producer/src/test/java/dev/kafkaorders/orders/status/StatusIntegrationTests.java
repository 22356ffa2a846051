package dev.kafkaorders.orders.status;

import static dev.kafkaorders.orders.placement.OrderJson.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.orders.Concurrently;
import dev.kafkaorders.orders.OrderProducer;
import dev.kafkaorders.teststack.TestStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What clients are told of orders, over real Kafka, by two instances.
class StatusIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TWICE_MAX_WAIT = Duration.ofSeconds(6);
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Pattern ORDER_ID = Pattern.compile("\"orderId\":\"([^\"]+)\"");

    private static OrderProducer one;
    private static OrderProducer two;
    private static FactWriter facts;

    @BeforeAll
    static void start() {
        TestStack.get().reset();
        one = OrderProducer.start("status-one");
        two = OrderProducer.start("status-two");
        facts = new FactWriter();
    }

    @AfterAll
    static void stop() {
        facts.close();
        two.close();
        one.close();
    }

    @Test
    void everyInstanceTellsWhatBecameOfAnOrder() {
        var id = place("told");
        facts.write(new Facts(id).captured());
        for (var instance : List.of(one, two)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(instance.get("/orders/" + id).body())
                                    .contains("\"state\":\"CAPTURED\"", "\"customerId\":\"told\"")
                                    .contains("\"event\":\"PLACED\"", "\"topic\":\"payments\""));
        }
    }

    @Test
    void anAcceptedOrderIsNeverUnknown() {
        for (var i = 0; i < 100; i++) {
            var id = place("read-your-own-write");
            assertThat(two.get("/orders/" + id)).returns(200, HttpResponse::statusCode);
            assertThat(one.get("/orders/" + id)).returns(200, HttpResponse::statusCode);
        }
    }

    /// Who waited for the one before him to give up would keep a connection for as many times 3 s.
    @Test
    void nobodyWaitsForLongBehindOthersWhileATransactionHangs() throws InterruptedException {
        var id = UUID.randomUUID();
        try (var _ = FactWriter.hanging(new Facts(id).placed())) {
            var began = System.nanoTime();
            Concurrently.run(
                    8, _ -> assertProblem(one.get("/orders/" + id), 503, "status-undecided"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TWICE_MAX_WAIT);
        }
    }

    @Test
    void anOrderThatNobodyPlacedIsUnknown() {
        var id = UUID.randomUUID();
        facts.write(new Facts(id).captured());
        for (var unknown : List.of(id, UUID.randomUUID())) {
            assertProblem(one.get("/orders/" + unknown), 404, "order-not-found");
            assertProblem(one.get("/orders/" + unknown + "/events"), 404, "order-not-found");
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertProblem(one.get("/orders/nonsense"), 400, "bad-request");
        assertProblem(one.get("/orders?state=LOST"), 400, "bad-request");
        assertProblem(one.get("/orders?cursor=nonsense"), 400, "invalid-request");
        assertProblem(one.get("/orders?limit=501"), 400, "invalid-request");
    }

    @Test
    void listsOrdersPageByPage() {
        var placed = IntStream.range(0, 7).mapToObj(_ -> place("lists")).toList();
        facts.write(new Facts(placed.getFirst()).captured());
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(listed("/orders?customer=lists")).hasSize(7);
                    assertThat(listed("/orders?customer=lists&state=CAPTURED"))
                            .containsExactly(placed.getFirst());
                });
        var listed = new ArrayList<UUID>();
        var query = "/orders?customer=lists&limit=3";
        var page = two.get(query).body();
        listed.addAll(ids(page));
        for (var next = NEXT.matcher(page); next.find(); next = NEXT.matcher(page)) {
            // What comes meanwhile moves nothing.
            place("lists");
            page = two.get(query + "&cursor=" + next.group(1)).body();
            listed.addAll(ids(page));
        }
        assertThat(listed).containsExactlyElementsOf(placed.reversed());
        assertThat(listed("/orders?customer=lists&state=PLACED")).doesNotContain(placed.getFirst());
    }

    @Test
    void tellsEachChangeUntilTheOrderIsSettled() throws Exception {
        var id = place("events");
        var request = HttpRequest.newBuilder(URI.create(two.url() + "/orders/" + id + "/events"));
        try (var http = HttpClient.newHttpClient()) {
            // Is answered with the first event.
            var events = http.send(request.build(), BodyHandlers.ofLines()).body().iterator();
            assertThat(nextData(events)).contains("\"state\":\"PLACED\"");
            facts.write(new Facts(id).retrying(1));
            assertThat(nextData(events)).contains("\"state\":\"RETRYING\"", "\"version\":2");
            facts.write(new Facts(id).captured());
            assertThat(nextData(events)).contains("\"state\":\"CAPTURED\"", "\"version\":3");
            events.forEachRemaining(line -> assertThat(line).doesNotStartWith("data"));
        }
    }

    private static String nextData(Iterator<String> lines) {
        var line = lines.next();
        while (!line.startsWith("data:")) {
            line = lines.next();
        }
        return line;
    }

    private static List<UUID> listed(String path) {
        return ids(two.get(path).body());
    }

    private static List<UUID> ids(String page) {
        return ORDER_ID.matcher(page).results().map(id -> UUID.fromString(id.group(1))).toList();
    }

    @Test
    void countsTheLastHour() {
        var ids = IntStream.range(0, 3).mapToObj(_ -> place("counts")).toList();
        ids.forEach(id -> facts.send(new Facts(id).declined("card_declined")));
        facts.flush();
        for (var instance : List.of(one, two)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(declined(instance.get("/orders/statistics").body()))
                                    .isEqualTo(3));
        }
    }

    @Test
    void describesItsApi() {
        assertThat(one.get("/v3/api-docs").body())
                .contains("\"/orders/{id}\"", "\"/orders/{id}/events\"", "\"/orders/statistics\"")
                .contains("DEAD_LETTERED", "timeline", "\"404\"");
    }

    private static int declined(String statistics) {
        var lines = Pattern.compile("\"state\":\"DECLINED\",\"currency\":\"EUR\",\"count\":(\\d+)");
        return lines.matcher(statistics)
                .results()
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .sum();
    }

    private static UUID place(String customer) {
        var answer = one.post("/orders", order(customer));
        assertThat(answer.statusCode()).isEqualTo(201);
        return UUID.fromString(answer.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"urn:kafka-orders:problem:" + type + "\"");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }
}

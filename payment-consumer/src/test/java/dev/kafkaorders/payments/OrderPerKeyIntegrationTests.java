package dev.kafkaorders.payments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.GatewayServer.Call;
import dev.kafkaorders.payments.stage.GatewayServer.Refusal;
import dev.kafkaorders.payments.stage.Orders;
import dev.kafkaorders.payments.stage.SequentialEffects;
import dev.kafkaorders.payments.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever fails, each order's events have their effects in the order of the log.
class OrderPerKeyIntegrationTests {

    private static final int SEEDS = 200;
    private static final int ORDERS_PER_SEED = 10;

    private final Set<String> replayed = new HashSet<>();
    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void keepsTheOrderOfEachKeyUnderRandomFailures() {
        stage.retryAfter(Duration.ofMillis(100), Duration.ofMillis(300));
        Map<UUID, Scenario> scenarios =
                IntStream.range(0, SEEDS)
                        .boxed()
                        .flatMap(seed -> scenarios(seed).stream())
                        .collect(toMap(Scenario::orderId, Function.identity()));
        gateway.answerBy(call -> scenarios.get(call.orderId()).answer(call));
        stage.start(gateway.property());
        var shuffled = new ArrayList<>(scenarios.values());
        for (var step = 0; step < Scenario.MOST_EVENTS; step++) {
            Collections.shuffle(shuffled, new Random(step));
            for (var scenario : shuffled) {
                if (step < scenario.events().size()) {
                    stage.send(scenario.events().get(step));
                }
            }
        }
        var second = stage.start(gateway.property());
        await().atMost(Duration.ofSeconds(60)).until(() -> stage.deadLetters().size() > 100);
        second.close();
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(500))
                .until(this::isAllSettledAfterReplay);
        var written =
                scenarios.values().stream()
                        .collect(
                                toMap(
                                        Scenario::orderId,
                                        one -> one.events().stream().map(Event::data).toList()));
        var told =
                stage.outcomes().stream()
                        .map(Event::data)
                        .collect(groupingBy(one -> one.orderId(), mapping(one -> one, toList())));
        assertThat(new SequentialEffects(written, told).violations()).isEmpty();
    }

    /// Replays each dead letter once.
    private boolean isAllSettledAfterReplay() {
        stage.deadLetters().stream()
                .filter(letter -> replayed.add(letter.partition() + "-" + letter.offset()))
                .forEach(stage::replay);
        return stage.group().isCaughtUp()
                && stage.database()
                        .sql()
                        .sql("select count(*) = 0 from inbox where state <> 'SETTLED'")
                        .query(Boolean.class)
                        .single();
    }

    private static List<Scenario> scenarios(int seed) {
        var random = new Random(seed);
        return IntStream.range(0, ORDERS_PER_SEED).mapToObj(_ -> Scenario.of(random)).toList();
    }

    /// An order's events, and how often the gateway fails for each kind of call.
    private record Scenario(
            UUID orderId,
            List<Event<OrderEvent>> events,
            int failedCharges,
            int failedRefunds,
            Map<Boolean, AtomicInteger> calls) {

        static final int MOST_EVENTS = 4;

        static Scenario of(Random random) {
            var orderId = new UUID(random.nextLong(), random.nextLong());
            var events = new ArrayList<Event<OrderEvent>>();
            events.add(event(random, Orders.placed(orderId, "pm_ok")));
            for (var more = random.nextInt(MOST_EVENTS); more > 0; more--) {
                events.add(event(random, new OrderCancelled(orderId, "changed my mind")));
            }
            Collections.shuffle(events, random);
            return new Scenario(
                    orderId,
                    List.copyOf(events),
                    random.nextInt(5),
                    random.nextInt(5),
                    new ConcurrentHashMap<>());
        }

        Refusal answer(Call call) {
            var number =
                    calls.computeIfAbsent(call.isRefund(), _ -> new AtomicInteger())
                            .getAndIncrement();
            return number < (call.isRefund() ? failedRefunds : failedCharges)
                    ? Refusal.of(409)
                    : Refusal.none();
        }

        private static Event<OrderEvent> event(Random random, OrderEvent data) {
            var id = new EventId(new UUID(random.nextLong(), random.nextLong()));
            return new Event<>(id, "/test", Instant.now(), data);
        }
    }
}

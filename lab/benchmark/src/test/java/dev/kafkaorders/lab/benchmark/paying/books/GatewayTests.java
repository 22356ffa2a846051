package dev.kafkaorders.lab.benchmark.paying.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class GatewayTests {
    private final Gateway gateway = new Gateway(64, 64);

    @Test
    void failsAFlakyCardOnceAndNobodyElse() {
        var charges = gateway.charge(List.of(order("pm_flaky_1", 0), order("pm_ok", 0)));

        assertThat(charges.paid()).singleElement().extracting(Paid::incoming).isNotNull();
        assertThat(charges.failed())
                .extracting(failed -> failed.order().paymentMethod())
                .containsExactly("pm_flaky_1");
    }

    @Test
    void acceptsAFlakyCardThatIsTriedAgain() {
        assertThat(gateway.charge(List.of(order("pm_flaky_1", 1))).paid()).hasSize(1);
    }

    @Test
    void answersTheSameToTheSameEvent() {
        var order = order("pm_ok", 0);

        var references =
                Stream.of(order, order)
                        .map(one -> gateway.charge(List.of(one)).paid().getFirst().reference())
                        .distinct();

        assertThat(references).hasSize(1);
    }

    @Test
    void chargesAllOfMany() {
        var orders = Stream.generate(() -> order("pm_slow_1", 0)).limit(500).toList();

        var paid = gateway.charge(orders).paid();

        assertThat(paid).extracting(Paid::incoming).containsExactlyInAnyOrderElementsOf(orders);
    }

    private static Incoming order(String paymentMethod, int failedAttempts) {
        var price = new Money(100, Currency.getInstance("EUR"));
        var lines = List.of(new OrderLine("tea", 1, price));
        var order = new OrderPlaced(UUID.randomUUID(), "c-1", lines, price, paymentMethod, "web");
        var written = new EventRecords().toRecord("orders", Event.of("/t", Instant.EPOCH, order));
        var read = new ConsumerRecord<>("orders", 0, 0, written.key(), written.value());
        written.headers().forEach(read.headers()::add);
        return Incoming.of(read, failedAttempts);
    }
}

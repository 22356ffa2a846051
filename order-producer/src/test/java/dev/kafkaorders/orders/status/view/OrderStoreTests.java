package dev.kafkaorders.orders.status.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.OrderState;
import dev.kafkaorders.orders.status.RocksMemory;
import dev.kafkaorders.orders.status.StatusJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderStoreTests {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir private Path directory;
    @TempDir private static Path library;

    private final StatusJson json = new StatusJson();
    private RocksMemory memory;
    private OrderStore store;

    @BeforeEach
    void open() {
        memory = new RocksMemory(library, 8 * 1024 * 1024);
        store = new OrderStore(directory, memory);
    }

    @AfterEach
    void close() {
        store.close();
        memory.close();
    }

    @Test
    void anOrderIsInTheIndexOfItsStateAlone() {
        var order = order(1, "c-1", OrderState.Name.PLACED);
        keep(order);
        keep(in(order, OrderState.Name.CAPTURED));
        assertThat(ids(Keys.inState(OrderState.Name.PLACED))).isEmpty();
        assertThat(ids(Keys.inState(OrderState.Name.CAPTURED))).containsExactly(order.orderId());
        assertThat(ids(Keys.all())).containsExactly(order.orderId());
    }

    @Test
    void twoChangesInOneBatchLeaveOneEntry() {
        var order = order(1, "c-1", OrderState.Name.PLACED);
        keep(order, in(order, OrderState.Name.RETRYING), in(order, OrderState.Name.CAPTURED));
        assertThat(ids(Keys.inState(OrderState.Name.PLACED))).isEmpty();
        assertThat(ids(Keys.inState(OrderState.Name.RETRYING))).isEmpty();
        assertThat(ids(Keys.inState(OrderState.Name.CAPTURED))).hasSize(1);
    }

    @Test
    void aCustomerWhoseIdBeginsAnothersHasHisOwnOrdersAlone() {
        var short1 = order(1, "c", OrderState.Name.PLACED);
        var long1 = order(2, "c-1", OrderState.Name.PLACED);
        keep(short1, long1);
        assertThat(ids(Keys.ofCustomer("c"))).containsExactly(short1.orderId());
    }

    @Test
    void theNewestComesFirstAndAWalkGoesOnBehindAPlace() {
        var orders =
                List.of(
                        order(3, "c-1", OrderState.Name.PLACED),
                        order(2, "c-1", OrderState.Name.PLACED),
                        order(1, "c-1", OrderState.Name.PLACED));
        orders.forEach(this::keep);
        assertThat(ids(Keys.all()))
                .containsExactlyElementsOf(orders.stream().map(OrderDocument::orderId).toList());
        var behind = new Place(START.plusSeconds(2), orders.get(1).orderId());
        var rest = new ArrayList<UUID>();
        store.walk(
                Keys.all(),
                Place.ofCursor(behind.cursor()).orElseThrow(),
                place -> rest.add(place.orderId()));
        assertThat(rest).containsExactly(orders.get(2).orderId());
    }

    @Test
    void whatIsClosedIsThereAgainWithTheOffsetBehindIt() {
        keep(order(1, "c-1", OrderState.Name.PLACED));
        store.close();
        store = new OrderStore(directory, memory);
        assertThat(store.nextOffset(3)).isEqualTo(42);
        assertThat(ids(Keys.all())).hasSize(1);
    }

    @Test
    void whatIsOfAnotherTopicIsForgotten() {
        assertThat(store.holdOnly("one")).isFalse();
        keep(order(1, "c-1", OrderState.Name.PLACED));
        assertThat(store.holdOnly("one")).isFalse();
        assertThat(ids(Keys.all())).hasSize(1);
        assertThat(store.holdOnly("two")).isTrue();
        assertThat(ids(Keys.all())).isEmpty();
        assertThat(store.nextOffset(3)).isZero();
    }

    private void keep(OrderDocument... documents) {
        try (var batch = store.batch()) {
            for (var document : documents) {
                batch.put(document, json.write(document));
            }
            batch.reached(3, 42);
            store.write(batch);
        }
    }

    private List<UUID> ids(byte[] index) {
        var ids = new ArrayList<UUID>();
        store.walk(index, null, place -> ids.add(place.orderId()));
        return ids;
    }

    private static OrderDocument order(int second, String customer, OrderState.Name state) {
        return new OrderDocument(
                UUID.randomUUID(),
                state,
                false,
                null,
                null,
                null,
                customer,
                "EUR",
                900L,
                START.plusSeconds(second),
                0,
                START,
                1,
                false,
                List.of());
    }

    private static OrderDocument in(OrderDocument order, OrderState.Name state) {
        return new OrderDocument(
                order.orderId(),
                state,
                false,
                null,
                null,
                null,
                order.customerId(),
                order.currency(),
                order.totalMinor(),
                order.placedAt(),
                order.replay(),
                order.updatedAt(),
                order.version() + 1,
                false,
                List.of());
    }
}

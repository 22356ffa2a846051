package dev.kafkaorders.orders.status.view;

import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.StatusJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The states of all orders, as far as this instance has read them.
///
/// Every instance has all of them, instead of the partitions that it works on and a way to ask the
/// others for theirs. So an answer depends on no other instance, a list is made in one place, and
/// while partitions move or stores are restored every order can still be looked up. And it holds
/// what is committed alone, where a store that is being written to shows what may be aborted. It
/// costs the disk of a copy and the reading of it.
public final class StatusView {

    /// So many orders are looked at for a page at most.
    private static final int MOST_LOOKED_AT = 10_000;

    private final OrderStore store;
    private final Statistics statistics;
    private final UnseenRecords unseen;
    private final Watchers watchers;
    private final StatusJson json = new StatusJson();

    StatusView(OrderStore store, Statistics statistics, UnseenRecords unseen, Watchers watchers) {
        this.store = store;
        this.statistics = statistics;
        this.unseen = unseen;
        this.watchers = watchers;
    }

    /// The order with that id. One that the view hasn't got yet is looked for in the log, so that
    /// whoever was told that an order was accepted, by whichever instance, is never told that there
    /// is none.
    public Lookup find(UUID orderId) throws InterruptedException {
        var known = known(orderId);
        return known.isPresent() ? new Lookup.Found(known.get()) : lookFurther(orderId);
    }

    /// The order with that id, if the view has it.
    public Optional<OrderDocument> known(UUID orderId) {
        return store.find(orderId).map(entry -> json.read(entry.json(), OrderDocument.class));
    }

    /// A page of the orders that match.
    ///
    /// @param behind where the page begins; null for the newest order
    public OrderPage list(OrderFilter filter, @Nullable Place behind, int limit) {
        var page = new PageWalk(filter, limit);
        store.walk(filter.index(), behind, page);
        return page.page();
    }

    /// What happened in the last hour.
    public List<Statistics.Minute> lastHour(Instant now) {
        return statistics.lastHour(now);
    }

    /// Empty when too many watch already.
    public Optional<Watch> watch(UUID orderId) {
        return watchers.watch(orderId);
    }

    private Lookup lookFurther(UUID orderId) throws InterruptedException {
        return switch (unseen.find(orderId)) {
            case UnseenRecords.Result.Found(var order) -> new Lookup.Found(OrderDocument.of(order));
            case UnseenRecords.Result.CaughtUp _ ->
                    known(orderId).<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Unknown::new);
            case UnseenRecords.Result.TooFarBehind(var why) -> new Lookup.Undecided(why);
        };
    }

    private final class PageWalk implements OrderStore.Walker {

        private final OrderFilter filter;
        private final int limit;
        private final List<OrderDocument> found = new ArrayList<>();
        private int lookedAt;
        private @Nullable Place last;
        private boolean more;

        PageWalk(OrderFilter filter, int limit) {
            this.filter = filter;
            this.limit = limit;
        }

        /// The index only leads there: what the order itself says counts.
        @Override
        public boolean wantsMore(Place place) {
            if (found.size() == limit || lookedAt == MOST_LOOKED_AT) {
                more = true;
                return false;
            }
            lookedAt++;
            last = place;
            store.find(place.orderId())
                    .filter(filter::mayMatch)
                    .filter(entry -> entry.place(place.orderId()).equals(place))
                    .map(entry -> json.read(entry.json(), OrderDocument.class))
                    .filter(filter::matches)
                    .ifPresent(found::add);
            return true;
        }

        OrderPage page() {
            return new OrderPage(found, more ? last : null);
        }
    }
}

package dev.kafkaorders.orders.status.web;

import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.OrderState;
import dev.kafkaorders.orders.status.view.Lookup;
import dev.kafkaorders.orders.status.view.OrderFilter;
import dev.kafkaorders.orders.status.view.Place;
import dev.kafkaorders.orders.status.view.StatusView;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class StatusController {

    private static final int MOST_PER_PAGE = 500;

    private final StatusView view;
    private final StatusEvents events;
    private final Clock clock = Clock.systemUTC();

    StatusController(StatusView view, StatusEvents events) {
        this.view = view;
        this.events = events;
    }

    @Operation(summary = "Where an order is, and how it came there")
    @GetMapping("/orders/{id}")
    ResponseEntity<OrderDocument> find(@PathVariable UUID id) throws InterruptedException {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(lookUp(id));
    }

    @Operation(summary = "Tells an order's status now and with each change, until it is settled")
    @GetMapping(path = "/orders/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable UUID id) throws InterruptedException {
        return events.of(lookUp(id));
    }

    @Operation(summary = "Orders, the newest first, by state and customer")
    @GetMapping("/orders")
    PageView list(
            @RequestParam(required = false) OrderState.@Nullable Name state,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw StatusProblem.INVALID_REQUEST.because("limit is 1 to " + MOST_PER_PAGE + ".");
        }
        return PageView.of(view.list(new OrderFilter(state, customer), place(cursor), limit));
    }

    @Operation(summary = "How many orders came into which state in the last hour, by the minute")
    @GetMapping("/orders/statistics")
    StatisticsView statistics() {
        return StatisticsView.of(view.lastHour(clock.instant()));
    }

    private OrderDocument lookUp(UUID id) throws InterruptedException {
        return switch (view.find(id)) {
            case Lookup.Found(var document) -> document;
            case Lookup.Unknown _ ->
                    throw StatusProblem.ORDER_NOT_FOUND.because("No order has the id " + id + ".");
            case Lookup.Undecided(var why) ->
                    throw StatusProblem.STATUS_UNDECIDED.because("Try again: " + why + ".");
        };
    }

    private static @Nullable Place place(@Nullable String cursor) {
        return cursor == null
                ? null
                : Place.ofCursor(cursor)
                        .orElseThrow(() ->
                                StatusProblem.INVALID_REQUEST.because(
                                        "cursor is none that a page named."));
    }
}

package dev.kafkaorders.orders.placement.web;

import dev.kafkaorders.orders.idempotency.IdempotencyKey;
import dev.kafkaorders.orders.placement.CancellationResult;
import dev.kafkaorders.orders.placement.Placement;
import dev.kafkaorders.orders.placement.PlacementResult;
import dev.kafkaorders.orders.placement.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlacementController {

    private static final String ORDERS = "/orders";
    private static final String BATCH = "/orders/batch";
    private static final String NO_REASON = "unspecified";

    private final Placement placement;
    private final BatchCheck batches;
    private final RequestFingerprints fingerprints;

    PlacementController(Placement placement, BatchCheck batches, RequestFingerprints fingerprints) {
        this.placement = placement;
        this.batches = batches;
        this.fingerprints = fingerprints;
    }

    @Operation(summary = "Places an order, once per Idempotency-Key")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = OrderResponse.class)))
    @PostMapping(ORDERS)
    ResponseEntity<?> place(
            @RequestHeader(name = IdempotencyKeyHeader.NAME, required = false)
                    @Nullable String keyHeader,
            @RequestBody @Valid OrderRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        var key = keyFor(keyHeader, response);
        var fingerprint = fingerprints.of("POST", ORDERS, request);
        return answer(
                placement.place(key, fingerprint, List.of(request.toDraft())),
                orders -> orders.getFirst(),
                orders -> URI.create(ORDERS + "/" + orders.getFirst().id()));
    }

    @Operation(summary = "Places up to 1,000 orders in one transaction: all of them or none")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = BatchResponse.class)))
    @PostMapping(BATCH)
    ResponseEntity<?> placeAll(
            @RequestHeader(name = IdempotencyKeyHeader.NAME, required = false)
                    @Nullable String keyHeader,
            @RequestBody @Valid BatchRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        var orders = batches.validOrders(request);
        var key = keyFor(keyHeader, response);
        var fingerprint = fingerprints.of("POST", BATCH, request);
        var drafts = orders.stream().map(OrderRequest::toDraft).toList();
        return answer(placement.place(key, fingerprint, drafts), BatchResponse::new, _ -> null);
    }

    @Operation(summary = "Cancels an order; cancelling again changes nothing")
    @ApiResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = CancellationResponse.class)))
    @PostMapping("/orders/{id}/cancellation")
    ResponseEntity<?> cancel(
            @PathVariable UUID id,
            @RequestBody(required = false) @Valid @Nullable CancellationRequest request) {
        var reason = request == null ? null : request.reason();
        return switch (placement.cancel(id, Objects.requireNonNullElse(reason, NO_REASON))) {
            case CancellationResult.Requested(var cancelled) ->
                    inJson(HttpStatus.ACCEPTED)
                            .body(
                                    new CancellationResponse(
                                            cancelled.orderId(), cancelled.reason()));
            case Refusal refusal -> PlacementProblems.answer(refusal);
        };
    }

    /// In every answer, also to a request that failed: so that the client can repeat it.
    private static IdempotencyKey keyFor(@Nullable String keyHeader, HttpServletResponse response) {
        var key = IdempotencyKeyHeader.parse(keyHeader);
        response.setHeader(
                IdempotencyKeyHeader.NAME, Objects.requireNonNullElse(keyHeader, key.text()));
        return key;
    }

    /// Whatever the client would rather have: what was written can't be taken back, and to refuse
    /// it afterwards would be a lie.
    private static ResponseEntity.BodyBuilder inJson(HttpStatus status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    }

    private static ResponseEntity<?> answer(
            PlacementResult result,
            Function<List<OrderResponse>, Object> body,
            Function<List<OrderResponse>, @Nullable URI> location) {
        return switch (result) {
            case PlacementResult.Placed(var placed, var acceptedAt, var replayed) -> {
                var orders =
                        placed.stream().map(order -> OrderResponse.of(order, acceptedAt)).toList();
                var created = inJson(HttpStatus.CREATED);
                var at = location.apply(orders);
                if (at != null) {
                    created.location(at);
                }
                if (replayed) {
                    created.header(IdempotencyKeyHeader.REPLAYED, "true");
                }
                yield created.body(body.apply(orders));
            }
            case Refusal refusal -> PlacementProblems.answer(refusal);
        };
    }
}

package dev.kafkaorders.payments.gateway;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.payments.failure.Failure;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/// A gateway behind HTTP: `POST /charges` and `POST /refunds` with an `Idempotency-Key`.
///
/// 200 with a `reference` is accepted, 402 is declined with its `reason`. 429 asks for patience
/// (`Retry-After`, RFC 9110 section 10.2.3), 409 says that the same call is still in work, any
/// other 4xx is refused for good. A time-out, a broken connection or answer, a 5xx, and a refusal
/// of our credentials mean that the gateway is unavailable: money may or may not have been moved.
///
/// Reference and reason end up in the database and in events, so only harmless text is let in.
final class HttpGateway implements PaymentGateway {

    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern REASON = Pattern.compile("[a-z0-9_]{1,64}");

    private final RestClient client;
    private final RetryAfter retryAfter;

    HttpGateway(RestClient client, Clock clock) {
        this.client = client;
        this.retryAfter = new RetryAfter(clock);
    }

    @Override
    public GatewayAnswer charge(Charge charge) {
        var body = new ChargeBody(charge.orderId(), charge.amount(), charge.paymentMethod());
        return post("/charges", charge.idempotencyKey(), body);
    }

    @Override
    public GatewayAnswer refund(Refund refund) {
        var body = new RefundBody(refund.orderId(), refund.amount(), refund.chargeReference());
        return post("/refunds", refund.idempotencyKey(), body);
    }

    private GatewayAnswer post(String path, EventId idempotencyKey, Object body) {
        try {
            return client.post()
                    .uri(path)
                    .header("Idempotency-Key", idempotencyKey.toString())
                    .body(body)
                    .exchangeForRequiredValue((_, response) -> answer(response));
        } catch (RestClientException e) {
            return unavailable(String.valueOf(e.getMessage()));
        }
    }

    private GatewayAnswer answer(ConvertibleClientHttpResponse response) throws IOException {
        return switch (HttpStatus.resolve(response.getStatusCode().value())) {
            case OK -> accepted(response.bodyTo(AcceptedBody.class));
            case PAYMENT_REQUIRED -> declined(response.bodyTo(DeclinedBody.class));
            case TOO_MANY_REQUESTS -> throttled(response.getHeaders());
            case null, default -> failed(response.getStatusCode());
        };
    }

    private static GatewayAnswer accepted(@Nullable AcceptedBody body) {
        return body != null
                        && body.reference() != null
                        && REFERENCE.matcher(body.reference()).matches()
                ? new GatewayAnswer.Accepted(body.reference())
                : unavailable("accepted without a usable reference");
    }

    private static GatewayAnswer declined(@Nullable DeclinedBody body) {
        return body != null && body.reason() != null && REASON.matcher(body.reason()).matches()
                ? new GatewayAnswer.Declined(body.reason())
                : new GatewayAnswer.Declined("declined");
    }

    private GatewayAnswer throttled(HttpHeaders headers) {
        return new GatewayAnswer.Failed(
                new Failure.GatewayThrottled(
                        "the gateway has too much to do", retryAfter.in(headers)));
    }

    private static GatewayAnswer failed(HttpStatusCode status) {
        var message = "the gateway answered " + status;
        return switch (HttpStatus.resolve(status.value())) {
            case CONFLICT -> new GatewayAnswer.Failed(new Failure.GatewayFailed(message));
            // It is our credentials that are wrong, not the order.
            case UNAUTHORIZED, FORBIDDEN, REQUEST_TIMEOUT -> unavailable(message);
            case null, default ->
                    status.is4xxClientError()
                            ? new GatewayAnswer.Failed(new Failure.GatewayRefused(message))
                            : unavailable(message);
        };
    }

    private static GatewayAnswer unavailable(String message) {
        return new GatewayAnswer.Failed(new Failure.GatewayUnavailable(message));
    }

    private record ChargeBody(UUID orderId, Money amount, String paymentMethod) {}

    private record RefundBody(UUID orderId, Money amount, String chargeReference) {}

    private record AcceptedBody(@Nullable String reference) {}

    private record DeclinedBody(@Nullable String reason) {}
}

package dev.kafkaorders.payments.gateway;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Money;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/// A gateway behind HTTP: `POST /charges` and `POST /refunds` with an `Idempotency-Key`.
///
/// 200 with a `reference` is accepted, 402 is declined with its `reason`. All else, a timeout and
/// an answer that can't be read included, is a failure: money may or may not have been moved.
///
/// Reference and reason end up in the database and in events, so only harmless text is let in.
final class HttpGateway implements PaymentGateway {

    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern REASON = Pattern.compile("[a-z0-9_]{1,64}");

    private final RestClient client;

    HttpGateway(RestClient client) {
        this.client = client;
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
            return new GatewayAnswer.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static GatewayAnswer answer(ConvertibleClientHttpResponse response) throws IOException {
        return switch (HttpStatus.resolve(response.getStatusCode().value())) {
            case OK -> accepted(response.bodyTo(AcceptedBody.class));
            case PAYMENT_REQUIRED -> declined(response.bodyTo(DeclinedBody.class));
            case null, default -> failed(response);
        };
    }

    private static GatewayAnswer accepted(@Nullable AcceptedBody body) {
        return body != null
                        && body.reference() != null
                        && REFERENCE.matcher(body.reference()).matches()
                ? new GatewayAnswer.Accepted(body.reference())
                : new GatewayAnswer.Failed("accepted without a usable reference");
    }

    private static GatewayAnswer declined(@Nullable DeclinedBody body) {
        return body != null && body.reason() != null && REASON.matcher(body.reason()).matches()
                ? new GatewayAnswer.Declined(body.reason())
                : new GatewayAnswer.Declined("declined");
    }

    private static GatewayAnswer failed(ClientHttpResponse response) throws IOException {
        return new GatewayAnswer.Failed("the gateway answered " + response.getStatusCode());
    }

    private record ChargeBody(UUID orderId, Money amount, String paymentMethod) {}

    private record RefundBody(UUID orderId, Money amount, String chargeReference) {}

    private record AcceptedBody(@Nullable String reference) {}

    private record DeclinedBody(@Nullable String reason) {}
}

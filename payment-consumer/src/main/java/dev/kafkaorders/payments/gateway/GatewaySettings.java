package dev.kafkaorders.payments.gateway;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the payment gateway is reached.
///
/// @param url base address of a real gateway
/// @param simulated whether a gateway is simulated when there is no url: orders are captured, and
///   no money moves. Somebody has to want that
/// @param connectTimeout how long a connection to the gateway may take. More than a second, after
///   which TCP sends a lost SYN again (RFC 6298 section 2): otherwise one lost segment fails a call
/// @param readTimeout how long the gateway may take to answer
/// @param slowestSimulated upper bound of what `pm_slow_MS` waits
/// @param breaker when the gateway is taken for away
@ConfigurationProperties("payments.gateway")
record GatewaySettings(
        @Nullable URI url,
        @DefaultValue("false") boolean simulated,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout,
        @DefaultValue("5s") Duration slowestSimulated,
        @DefaultValue Breaker breaker) {

    GatewaySettings {
        if (url == null && !simulated) {
            throw new IllegalArgumentException(
                    "There is no payment gateway: set PAYMENTS_GATEWAY_URL to the address of one,"
                            + " or PAYMENTS_GATEWAY_SIMULATED=true where no money is to move");
        }
        if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "payments.gateway: a call without a timeout could hold up the stream for good");
        }
    }

    /// When the gateway is taken for away, and how it is found to be back.
    ///
    /// @param window how many calls are looked at, the latest
    /// @param minimumCalls how many of them there must be before anything is concluded
    /// @param failureRate of these, how many in a hundred must have found it unavailable
    /// @param openFor how long it is then left alone
    /// @param trialCalls how many calls then try whether it is back
    record Breaker(
            @DefaultValue("20") int window,
            @DefaultValue("10") int minimumCalls,
            @DefaultValue("50") int failureRate,
            @DefaultValue("3s") Duration openFor,
            @DefaultValue("5") int trialCalls) {

        Breaker {
            if (minimumCalls < 1 || window < minimumCalls || trialCalls < 1) {
                throw new IllegalArgumentException(
                        "payments.gateway.breaker: minimum-calls and trial-calls must be positive,"
                                + " and window not below minimum-calls");
            }
            if (failureRate < 1 || failureRate > 100 || !openFor.isPositive()) {
                throw new IllegalArgumentException(
                        "payments.gateway.breaker: failure-rate must be 1 to 100, and open-for"
                                + " positive");
            }
        }
    }
}

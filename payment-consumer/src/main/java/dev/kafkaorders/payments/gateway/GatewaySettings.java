package dev.kafkaorders.payments.gateway;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the payment gateway is reached.
///
/// @param url base address of a real gateway; the simulated one is used without it
/// @param connectTimeout how long a connection to the gateway may take
/// @param readTimeout how long the gateway may take to answer
/// @param slowestSimulated upper bound of what `pm_slow_MS` waits
@ConfigurationProperties("payments.gateway")
record GatewaySettings(
        @Nullable URI url,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout,
        @DefaultValue("5s") Duration slowestSimulated) {

    GatewaySettings {
        if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "payments.gateway: a call without a timeout could hold up the stream for good");
        }
    }
}

package dev.kafkaorders.payments.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.client.RestClient;

/// Chooses the gateway: a real one where an address is given, else the simulated one.
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    private static final Logger log = LoggerFactory.getLogger(GatewayConfiguration.class);

    @Bean
    @Primary
    GuardedGateway paymentGateway(
            GatewaySettings settings,
            RestClient.Builder builder,
            SimulatedGateway simulated,
            CircuitBreaker breaker,
            Clock clock,
            MeterRegistry meters) {
        var url = settings.url();
        var gateway =
                url == null ? simulated : new HttpGateway(client(url, settings, builder), clock);
        return new GuardedGateway(new MeteredGateway(gateway, meters), breaker, clock);
    }

    @Bean
    SimulatedGateway simulatedGateway(GatewaySettings settings) {
        return new SimulatedGateway(settings.slowestSimulated());
    }

    @Bean
    CircuitBreaker gatewayBreaker(GatewaySettings settings, MeterRegistry meters) {
        var breakers = CircuitBreakerRegistry.of(config(settings.breaker()));
        var breaker = breakers.circuitBreaker("gateway");
        breaker.getEventPublisher()
                .onStateTransition(event ->
                        log.atWarn()
                                .addKeyValue("transition", event.getStateTransition())
                                .log("The gateway's circuit breaker has changed"));
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        return breaker;
    }

    static RestClient client(URI url, GatewaySettings settings, RestClient.Builder builder) {
        var timeouts =
                HttpClientSettings.defaults()
                        .withConnectTimeout(settings.connectTimeout())
                        .withReadTimeout(settings.readTimeout());
        return builder.baseUrl(url)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(timeouts))
                .build();
    }

    private static CircuitBreakerConfig config(GatewaySettings.Breaker settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        settings.window(),
                        settings.minimumCalls(),
                        CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(settings.failureRate())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
                .recordResult(GuardedGateway::isUnavailable)
                .build();
    }
}

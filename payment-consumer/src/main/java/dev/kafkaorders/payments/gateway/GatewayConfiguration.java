package dev.kafkaorders.payments.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/// Chooses the gateway: a real one where an address is given, the simulated one otherwise.
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    PaymentGateway paymentGateway(
            GatewaySettings settings, RestClient.Builder builder, MeterRegistry meters) {
        var url = settings.url();
        var gateway =
                url == null
                        ? new SimulatedGateway(settings.slowestSimulated())
                        : new HttpGateway(client(url, settings, builder));
        return new MeteredGateway(gateway, meters);
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
}

package dev.kafkaorders.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class GatewaySettingsTests {

    @Test
    void nobodyGetsASimulatedGatewayWithoutAskingForIt() {
        assertThatThrownBy(() -> bind(Map.of("payments.gateway.read-timeout", "1s")))
                .rootCause()
                .hasMessageContaining("set PAYMENTS_GATEWAY_URL")
                .hasMessageContaining("PAYMENTS_GATEWAY_SIMULATED=true");
    }

    @Test
    void anAddressIsEnough() {
        var settings = bind(Map.of("payments.gateway.url", "https://payments.example.com"));
        assertThat(settings.url()).hasToString("https://payments.example.com");
        assertThat(settings.simulated()).isFalse();
    }

    @Test
    void whoAsksForASimulatedOneNeedsNoAddress() {
        assertThat(bind(Map.of("payments.gateway.simulated", "true")).url()).isNull();
    }

    @Test
    void theProfileDemoAsksForOne() throws IOException {
        var demo = new ClassPathResource("application-demo.yaml");
        var properties = new YamlPropertySourceLoader().load("demo", demo);
        assertThat(bind(ConfigurationPropertySources.from(properties)).simulated()).isTrue();
    }

    private static GatewaySettings bind(Map<String, String> properties) {
        return bind(List.of(new MapConfigurationPropertySource(properties)));
    }

    private static GatewaySettings bind(Iterable<ConfigurationPropertySource> sources) {
        return new Binder(sources).bindOrCreate("payments.gateway", GatewaySettings.class);
    }
}

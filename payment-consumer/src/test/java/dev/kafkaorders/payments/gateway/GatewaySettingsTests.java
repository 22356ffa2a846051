package dev.kafkaorders.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GatewaySettingsTests {

    @Test
    void nobodyGetsASimulatedGatewayWithoutAskingForIt() {
        assertThatThrownBy(() -> bind(Map.of("payments.gateway.read-timeout", "1s")))
                .rootCause()
                .hasMessageContaining("neither a url")
                .hasMessageContaining("nor simulated=true");
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

    private static GatewaySettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("payments.gateway", GatewaySettings.class);
    }
}

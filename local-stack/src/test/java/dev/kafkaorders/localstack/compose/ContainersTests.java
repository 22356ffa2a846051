package dev.kafkaorders.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkaorders.localstack.process.StartFailed;
import org.junit.jupiter.api.Test;

class ContainersTests {
    private static final String LINES =
            """
            {"Service":"doors","Publishers":[{"TargetPort":8081,"PublishedPort":18081},{"TargetPort":8080,"PublishedPort":0}]}
            {"Service":"payment-consumer","Publishers":[]}
            {"Service":"payment-consumer","Publishers":[]}
            """;

    @Test
    void knowsWhichPortOfThisMachineLeadsToAService() {
        var containers = Containers.parse(LINES);
        assertThat(containers.published("doors", 8081)).isEqualTo(18081);
        assertThat(containers.count("payment-consumer")).isEqualTo(2);
    }

    @Test
    void readsWhatOlderReleasesPrint() {
        var containers = Containers.parse("[" + String.join(",", LINES.lines().toList()) + "]");
        assertThat(containers.published("doors", 8081)).isEqualTo(18081);
        assertThat(containers.count("payment-consumer")).isEqualTo(2);
    }

    @Test
    void saysHowToBringUpWhatIsNot() {
        assertThatThrownBy(() -> Containers.parse(LINES).published("doors", 8080))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("docker compose up");
        assertThatThrownBy(() -> Containers.parse("").published("kafka-1", 19092))
                .isInstanceOf(StartFailed.class);
    }
}

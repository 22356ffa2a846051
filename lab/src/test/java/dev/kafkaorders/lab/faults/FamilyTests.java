package dev.kafkaorders.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class FamilyTests {
    @Test
    void readsNames() {
        assertThat(Family.parse("brokers,network"))
                .containsExactlyInAnyOrder(Family.BROKERS, Family.NETWORK);
        assertThat(Family.parse("all")).containsExactly(Family.values());
        assertThat(Family.parse("none")).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        var some = EnumSet.of(Family.DATABASE, Family.SERVICES);

        assertThat(Family.parse(Family.text(some))).isEqualTo(some);
    }

    @Test
    void saysWhichThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Family.parse("meteorites"))
                .withMessageContaining("brokers, database, services, gateway, network");
    }
}

package dev.kafkaorders.payments.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhereaboutsTests {

    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();

    @Test
    void acceptsThatEachOrderIsInOnePlace() {
        assertThat(violations(List.of(one), List.of(two))).isEmpty();
    }

    @Test
    void seesAnOrderThatIsNowhere() {
        assertThat(violations(List.of(one), List.of())).containsExactly(two + " is nowhere");
    }

    @Test
    void seesAnOrderThatIsInTwoPlaces() {
        assertThat(violations(List.of(one, two), List.of(two)))
                .containsExactly(two + " is in captured and in dead");
    }

    @Test
    void seesAnOrderThatIsTwiceInOnePlace() {
        assertThat(violations(List.of(one, one), List.of(two)))
                .containsExactly(one + " is in captured and in captured");
    }

    @Test
    void seesAnOrderThatNobodyPlaced() {
        var stranger = UUID.randomUUID();
        assertThat(violations(List.of(one, stranger), List.of(two)))
                .containsExactly(stranger + " is in captured by no order");
    }

    private List<String> violations(List<UUID> captured, List<UUID> dead) {
        return new Whereabouts(Set.of(one, two), Map.of("captured", captured, "dead", dead))
                .violations();
    }
}

package dev.kafkaorders.orders.status.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.orders.status.OrderState;
import dev.kafkaorders.orders.status.Tally;
import dev.kafkaorders.orders.status.TallyKey;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class StatisticsTests {

    private static final Instant MINUTE = Instant.parse("2026-11-24T12:00:00Z");

    private final Statistics statistics = new Statistics();

    @Test
    void addsUpPartitionsAndTellsCurrenciesApart() {
        learn(MINUTE, 0, "EUR", new Tally(2, 200));
        learn(MINUTE, 5, "EUR", new Tally(1, 50));
        learn(MINUTE, 5, "JPY", new Tally(7, 7));
        assertThat(statistics.lastHour(MINUTE))
                .singleElement()
                .extracting(Statistics.Minute::tallies)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry(line("EUR"), new Tally(3, 250))
                .containsEntry(line("JPY"), new Tally(7, 7))
                .hasSize(2);
    }

    @Test
    void aLaterCountTakesThePlaceOfTheOneBefore() {
        learn(MINUTE, 0, "EUR", new Tally(2, 200));
        learn(MINUTE, 0, "EUR", new Tally(3, 300));
        assertThat(statistics.lastHour(MINUTE).getFirst().tallies().get(line("EUR")))
                .isEqualTo(new Tally(3, 300));
    }

    @Test
    void tellsTheLatestMinuteFirstAndNoneBeforeTheHour() {
        learn(MINUTE, 0, "EUR", Tally.NONE);
        learn(MINUTE.plusSeconds(60), 0, "EUR", Tally.NONE);
        learn(MINUTE.minus(Duration.ofHours(1)), 0, "EUR", Tally.NONE);
        assertThat(statistics.lastHour(MINUTE))
                .extracting(Statistics.Minute::start)
                .containsExactly(MINUTE.plusSeconds(60), MINUTE);
    }

    @Test
    void forgetsWhatNobodyCanAskFor() {
        learn(MINUTE, 0, "EUR", Tally.NONE);
        statistics.forgetBefore(MINUTE.plus(Duration.ofHours(2)));
        assertThat(statistics.lastHour(MINUTE)).isEmpty();
    }

    private void learn(Instant minute, int partition, String currency, Tally tally) {
        var key = new TallyKey(minute, partition, OrderState.Name.CAPTURED, currency);
        statistics.learn(TallyKey.parse(key.bytes()), tally);
    }

    private static Statistics.Line line(String currency) {
        return new Statistics.Line(OrderState.Name.CAPTURED, currency);
    }
}

package dev.kafkaorders.events;

import static dev.kafkaorders.events.SampleEvents.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTests {

    @Test
    void isExact() {
        assertThat(euros(1999).times(2).plus(euros(250))).isEqualTo(euros(4248));
    }

    @Test
    void refusesToBeNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> euros(-1));
    }

    @Test
    void refusesToMixCurrencies() {
        var yen = new Money(1, Currency.getInstance("JPY"));
        assertThatIllegalArgumentException().isThrownBy(() -> euros(1).plus(yen));
    }

    @Test
    void refusesToOverflow() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> euros(Long.MAX_VALUE).times(2));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> euros(Long.MAX_VALUE).plus(euros(1)));
    }
}

package dev.kafkaorders.events;

import static java.util.Objects.requireNonNull;

import java.util.Currency;

/// An amount in a currency's smallest unit, so that it is exact: 1999 EUR are € 19.99, 1999 JPY are
/// ¥ 1999.
///
/// @param minorUnits 0 or more
/// @param currency by its ISO 4217 code in JSON
public record Money(long minorUnits, Currency currency) {

    public Money {
        requireNonNull(currency, "currency is missing");
        if (minorUnits < 0) {
            throw new IllegalArgumentException("minorUnits is " + minorUnits + ", not 0 or more");
        }
    }

    /// The price of `quantity` pieces.
    ///
    /// @throws ArithmeticException when the amount outgrows 63 bits
    public Money times(int quantity) {
        return new Money(Math.multiplyExact(minorUnits, (long) quantity), currency);
    }

    /// The sum of two amounts of one currency.
    ///
    /// @throws IllegalArgumentException when the currencies differ
    /// @throws ArithmeticException when the sum outgrows 63 bits
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("can't add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }
}

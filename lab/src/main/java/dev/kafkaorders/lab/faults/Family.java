package dev.kafkaorders.lab.faults;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What faults can be chosen by.
public enum Family {
    BROKERS,
    DATABASE,
    SERVICES,
    GATEWAY,
    NETWORK;

    /// Those of these names.
    ///
    /// @param text with commas between, or `all`, or `none`
    /// @throws IllegalArgumentException saying which there are
    public static Set<Family> parse(String text) {
        return switch (text) {
            case "all" -> EnumSet.allOf(Family.class);
            case "none" -> EnumSet.noneOf(Family.class);
            default ->
                    Arrays.stream(text.split(","))
                            .map(Family::named)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Family.class)));
        };
    }

    /// What [#parse(String)] makes these of.
    public static String text(Set<Family> families) {
        if (families.isEmpty()) {
            return "none";
        }
        return families.size() == values().length
                ? "all"
                : families.stream().sorted().map(Family::text).collect(Collectors.joining(","));
    }

    /// As it is written on the command line.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Family named(String text) {
        return Arrays.stream(values())
                .filter(family -> family.text().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There are no faults called %s. There are %s, all and none."
                                        .formatted(
                                                text,
                                                Arrays.stream(values())
                                                        .map(Family::text)
                                                        .collect(Collectors.joining(", ")))));
    }
}

package dev.kafkaorders.lab.run;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Dealings;
import java.util.Locale;
import java.util.Map;

/// Requests by what was asked, then by what was answered.
final class RequestFigures {
    private RequestFigures() {}

    static Map<String, Map<String, Long>> of(Dealings dealings) {
        return dealings.exchanges().stream()
                .collect(
                        groupingBy(
                                exchange ->
                                        exchange.request().kind().name().toLowerCase(Locale.ROOT),
                                groupingBy(exchange -> answered(exchange.answer()), counting())));
    }

    private static String answered(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> "accepted";
            case Answer.Refused _ -> "refused";
            case Answer.Unknown _ -> "unknown";
        };
    }
}

package dev.kafkaorders.observability;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Names of metrics in PromQL, as far as they can be told without its grammar.
final class Metrics {

    /// Recorded ones have colons, and nothing else does.
    private static final Pattern RECORDED = Pattern.compile("\\b[a-z0-9_]+:[a-z0-9_]+:[a-z0-9_]+");

    private static final Pattern OF_BROKERS =
            Pattern.compile(
                    "\\bkafka_(controller|broker|topic|partition|transaction_markers|request)s?_[a-z_]+");

    private Metrics() {}

    static Set<String> recorded(Collection<String> expressions) {
        return found(RECORDED, expressions);
    }

    static Set<String> ofBrokers(Collection<String> expressions) {
        return found(OF_BROKERS, withoutRecorded(expressions));
    }

    private static Collection<String> withoutRecorded(Collection<String> expressions) {
        return expressions.stream().map(text -> RECORDED.matcher(text).replaceAll("")).toList();
    }

    private static Set<String> found(Pattern pattern, Collection<String> expressions) {
        return expressions.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .collect(toSet());
    }
}

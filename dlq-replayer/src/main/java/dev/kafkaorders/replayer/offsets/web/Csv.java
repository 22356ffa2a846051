package dev.kafkaorders.replayer.offsets.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/// Offsets as `kafka-consumer-groups.sh --export` writes them: `topic,partition,offset` of one
/// group, `group,topic,partition,offset` of several. Names may be quoted; neither groups nor topics
/// have quotes or commas in them here.
final class Csv {

    private static final String NAME = "(?:\"([^\",]+)\"|([^\",]+))";
    private static final Pattern LINE =
            Pattern.compile("(?:" + NAME + ",)?" + NAME + ",\\s*(\\d{1,9}),\\s*(-?\\d{1,18})");
    private static final int MOST_LINES = 100_000;

    private Csv() {}

    /// @param group of others in the text nothing is read
    /// @throws InvalidResetException when it is no such text
    static Map<TopicPartition, Long> read(String text, String group) {
        var offsets = new HashMap<TopicPartition, Long>();
        var number = 0;
        for (var line : text.lines().limit(MOST_LINES + 1).toList()) {
            number++;
            if (number > MOST_LINES) {
                throw new InvalidResetException(
                        "csv: more than "
                                + MOST_LINES
                                + " lines; leave out what is not about the group, or make several"
                                + " plans");
            }
            if (line.isBlank()) {
                continue;
            }
            var fields = LINE.matcher(line.strip());
            if (!fields.matches()) {
                throw new InvalidResetException(
                        "csv, line "
                                + number
                                + ": not topic,partition,offset nor group,topic,partition,offset");
            }
            if (name(fields, 1).filter(other -> !other.equals(group)).isPresent()) {
                continue;
            }
            var partition =
                    new TopicPartition(
                            name(fields, 3).orElseThrow(), Integer.parseInt(fields.group(5)));
            if (offsets.put(partition, Long.valueOf(fields.group(6))) != null) {
                throw new InvalidResetException(
                        "csv, line " + number + ": " + partition + " a second time");
            }
        }
        if (offsets.isEmpty()) {
            throw new InvalidResetException("csv: no line is about the group");
        }
        return offsets;
    }

    private static Optional<String> name(Matcher fields, int first) {
        return Optional.ofNullable(fields.group(first))
                .or(() -> Optional.ofNullable(fields.group(first + 1)));
    }
}

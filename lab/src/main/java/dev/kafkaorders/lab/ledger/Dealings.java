package dev.kafkaorders.lab.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// All that passed between the clients and the suite, by the clients' own account.
///
/// @param exchanges in the order in which they were sent
public record Dealings(List<Exchange> exchanges) {

    public Dealings {
        exchanges = List.copyOf(exchanges);
    }

    /// Reads a ledger. A last line without an end was being written when its client was killed, and
    /// is left out.
    public static Dealings read(Path ledger) {
        var json = new JsonMapper();
        var exchanges = new LinkedHashMap<Long, Exchange>();
        for (var line : lines(ledger)) {
            switch (json.readValue(line, Entry.class)) {
                case Entry.Sent(var request) ->
                        exchanges.put(request.number(), Exchange.unanswered(request));
                case Entry.Answered(var number, var answer, var at) ->
                        exchanges.computeIfPresent(
                                number, (_, sent) -> new Exchange(sent.request(), answer, at));
            }
        }
        return new Dealings(List.copyOf(exchanges.values()));
    }

    /// What became of each thing that was asked for, however often it was.
    public List<Matter> matters() {
        return exchanges.stream()
                .collect(
                        groupingBy(
                                exchange -> exchange.request().key(), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(Matter::new)
                .toList();
    }

    /// Those whose answers leave open whether they were done.
    public List<Matter> unresolved() {
        return matters().stream().filter(Matter::isUnresolved).toList();
    }

    private static List<String> lines(Path ledger) {
        try {
            var text = Files.readString(ledger);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.kafkaorders.lab.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A run as a line of JSON: times in seconds.
public final class JsonLine {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonLine() {}

    public static String of(Run run) {
        var line = new LinkedHashMap<String, Object>();
        line.put("seed", run.seed());
        line.put("command", run.command());
        line.put("began", run.began());
        line.put("seconds", run.time().toSeconds());
        line.put("holds", run.holds());
        line.put("requests", run.requests());
        line.put("outcomes", run.outcomes().size());
        line.put("settledAfter", run.settled().toMillis() / 1e3);
        line.put("findings", run.everything().toList());
        line.put("faults", FaultFigures.of(run).stream().map(JsonLine::fault).toList());
        line.put("missed", run.missed().size());
        line.put("producerKills", stalls(StallFigures.of(run)));
        line.put("landings", landings(run));
        return JSON.writeValueAsString(line);
    }

    private static Map<String, Object> fault(FaultFigures figures) {
        var fault = new LinkedHashMap<String, Object>();
        fault.put("type", figures.type());
        fault.put("landed", figures.landed());
        fault.put("down", spread(figures.down()));
        fault.put("requests", spread(figures.requests()));
        fault.put("payments", spread(figures.payments()));
        return fault;
    }

    private static Map<String, Object> stalls(StallFigures figures) {
        return Map.of(
                "kills", figures.kills(), "held", figures.held(), "stall", spread(figures.stall()));
    }

    private static List<Map<String, Object>> landings(Run run) {
        return run.landings().stream()
                .map(landing ->
                        Map.<String, Object>of(
                                "fault", landing.fault().toString(),
                                "hit", landing.hit(),
                                "struck", landing.struck(),
                                "proof", landing.proof(),
                                "healed", landing.healed(),
                                "ready", landing.ready()))
                .toList();
    }

    private static Map<String, Double> spread(Spread spread) {
        return Map.of("p50", spread.medianSeconds(), "max", spread.maxSeconds());
    }
}

package dev.kafkaorders.lab.run;

import dev.kafkaorders.lab.faults.Fault;
import dev.kafkaorders.lab.faults.Landing;
import dev.kafkaorders.lab.faults.Schedule;
import dev.kafkaorders.lab.report.Finding;
import java.util.ArrayList;
import java.util.List;

/// What a run must have been like for its audit to mean anything.
///
/// @param waiting records that were still to be worked on when patience was at its end
record Circumstances(Schedule schedule, List<Landing> landings, List<Fault> missed, long waiting) {

    List<Finding> findings() {
        return List.of(attacked(), recovered(), settled());
    }

    /// A run without faults can't pass for one with.
    private Finding attacked() {
        var evidence = new ArrayList<String>();
        if (landings.size() + missed.size() != schedule.faults().size()) {
            evidence.add("not every fault has been struck");
        }
        if (landings.size() <= missed.size() && !schedule.faults().isEmpty()) {
            evidence.add("most of them missed");
        }
        return new Finding(
                "The faults that were planned landed",
                "%d planned, %d landed, %d missed"
                        .formatted(schedule.faults().size(), landings.size(), missed.size()),
                evidence);
    }

    private Finding recovered() {
        var lost = landings.stream().filter(landing -> !landing.recovered()).toList();
        return new Finding(
                "Whoever was hit comes back",
                "%d hit, %d not ready again".formatted(landings.size(), lost.size()),
                lost.stream().map(landing -> landing.hit() + " after " + landing.fault()).toList());
    }

    private Finding settled() {
        return new Finding(
                "Nothing is left to do in the end",
                "%d records wait".formatted(waiting),
                waiting == 0 ? List.of() : List.of("payment-consumer has not caught up"));
    }
}

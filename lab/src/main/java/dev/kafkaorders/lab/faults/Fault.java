package dev.kafkaorders.lab.faults;

import java.time.Duration;

/// A fault that is planned.
///
/// @param at since the beginning of the run
/// @param lasting until it is healed; not how long its effects last
public record Fault(Duration at, Blow blow, Target target, Duration lasting) {

    /// What reports count faults by, such as `kill broker`.
    public String type() {
        return blow
                + " "
                + switch (target) {
                    case Target.Leader _ -> "leader";
                    case Target.Controller _ -> "controller";
                    case Target.Named(var name, _) -> name.replaceFirst("-\\d+$", "");
                    case Target.Network(var service) ->
                            "link of " + service.replaceFirst("-\\d+$", "");
                };
    }

    @Override
    public String toString() {
        return blow + " " + target;
    }
}

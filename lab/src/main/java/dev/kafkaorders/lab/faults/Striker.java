package dev.kafkaorders.lab.faults;

import dev.kafkaorders.lab.stack.LabStack;
import dev.kafkaorders.lab.stack.Link;
import dev.kafkaorders.lab.stack.Part;
import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.StartFailed;
import java.time.Duration;
import java.util.Optional;

/// Strikes one fault, and looks whether it landed.
final class Striker {
    private static final String LINK = "'s link";
    private static final Duration TO_LAND = Duration.ofSeconds(5);
    private static final Duration TO_BE_READY = Duration.ofMinutes(3);

    private final LabStack stack;
    private final Cluster cluster;

    Striker(LabStack stack, Cluster cluster) {
        this.stack = stack;
        this.cluster = cluster;
    }

    /// Who is meant at the moment; empty when nobody is, or nobody knows.
    Optional<String> victim(Target target) {
        return switch (target) {
            case Target.Network(var service) -> Optional.of(service + LINK);
            case Target.Named(var name, _) -> Optional.of(name);
            case Target.Leader(var partition) ->
                    cluster.leaderOfOrders(partition).map(Striker::broker);
            case Target.Controller _ -> cluster.controller().map(Striker::broker);
        };
    }

    Strike strike(Fault fault, String victim) {
        return fault.target() instanceof Target.Network(var service)
                ? cut(link(service))
                : strike(fault.blow(), part(victim));
    }

    private Strike strike(Blow blow, Part part) {
        return part.process()
                .map(process -> strike(blow, part, process))
                .orElseGet(() -> new Strike.Missed("it doesn't run"));
    }

    private static Strike strike(Blow blow, Part part, ChildProcess process) {
        switch (blow) {
            case KILL -> process.kill();
            case PAUSE -> process.suspend();
            case RESTART -> process.stop();
            case CUT -> throw new IllegalArgumentException("Links are cut, not processes");
        }
        return blow == Blow.PAUSE ? paused(part, process) : ended(part, process);
    }

    private static Strike ended(Part part, ChildProcess process) {
        return Await.atMost(TO_LAND, () -> !process.isAlive())
                ? new Strike.Landed(
                        "process %d is gone".formatted(process.pid()), () -> {}, () -> start(part))
                : new Strike.Missed("process %d lives".formatted(process.pid()));
    }

    private static Strike paused(Part part, ChildProcess process) {
        var state = new ProcessState(process.pid());
        if (Await.atMost(TO_LAND, state::isStopped)) {
            return new Strike.Landed(
                    "process %d is in state %s".formatted(process.pid(), state.text()),
                    process::resume,
                    () -> Await.atMost(TO_BE_READY, part::isReady));
        }
        process.resume();
        return new Strike.Missed("process %d runs on".formatted(process.pid()));
    }

    private static Strike cut(Link link) {
        var ended = link.cut();
        if (Await.atMost(TO_LAND, link::isCut)) {
            return new Strike.Landed(
                    "%d connections ended, new ones are refused".formatted(ended),
                    link::heal,
                    () -> true);
        }
        link.heal();
        return new Strike.Missed("it still lets through");
    }

    /// Again and again, as a supervisor would: a service can fail to start because what it needs is
    /// being attacked, too.
    private static boolean start(Part part) {
        return Await.atMost(TO_BE_READY, () -> started(part));
    }

    private static boolean started(Part part) {
        try {
            part.start().run();
            return true;
        } catch (StartFailed e) {
            return part.process().isPresent() && part.isReady();
        }
    }

    private static String broker(int node) {
        return "kafka-" + node;
    }

    private Part part(String name) {
        return stack.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + name));
    }

    private Link link(String service) {
        return stack.links().stream()
                .filter(link -> link.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No link of " + service));
    }
}

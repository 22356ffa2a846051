package dev.kafkaorders.lab.trial;

import dev.kafkaorders.lab.audit.Auditor;
import dev.kafkaorders.lab.audit.Verdict;
import dev.kafkaorders.lab.evidence.Evidence;
import dev.kafkaorders.lab.evidence.Inquest;
import dev.kafkaorders.lab.evidence.Sources;
import dev.kafkaorders.lab.ledger.Dealings;
import dev.kafkaorders.lab.ledger.Ledger;
import dev.kafkaorders.lab.load.Load;
import dev.kafkaorders.lab.load.LoadSettings;
import dev.kafkaorders.lab.stack.LabSettings;
import dev.kafkaorders.lab.stack.LabStack;
import dev.kafkaorders.lab.stack.Part;
import dev.kafkaorders.localstack.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The whole suite, its customers, and an inquest at the end.
final class Suite implements AutoCloseable {
    private static final int REQUESTS_PER_SECOND = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LabStack stack;
    private final Path clients;
    private final Ledger ledger;
    private final Guest guest;

    private Suite(LabStack stack, Path clients) {
        this.stack = stack;
        this.clients = clients;
        this.ledger = Ledger.create(clients);
        this.guest = new Guest(stack.orderProducers().getFirst(), ledger);
    }

    /// Returns when everything is ready.
    ///
    /// @param changes environment variables by service
    static Suite start(Path project, Path directory, Map<String, Map<String, String>> changes) {
        var stack = LabStack.start(new LabSettings(project, directory.resolve("stack"), changes));
        return new Suite(stack, directory.resolve("clients.jsonl"));
    }

    LabStack stack() {
        return stack;
    }

    /// A customer who asks for what he is told to.
    Guest guest() {
        return guest;
    }

    /// A process of the stack, such as `postgres`.
    Part part(String name) {
        return stack.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    /// The crowd comes, once: until so many of its requests are accepted and something was done
    /// meanwhile. Returns when each has an answer that counts.
    void serve(int requests, Runnable meanwhile) {
        var settings =
                LoadSettings.of(
                        stack.orderProducers(), REQUESTS_PER_SECOND, LoadSettings.LARGEST_BATCH);
        try (var load = new Load(settings, ledger, 1)) {
            Await.atMost(PATIENCE, () -> load.traffic().accepted() >= requests / 2);
            meanwhile.run();
            Await.atMost(PATIENCE, () -> load.traffic().accepted() >= requests);
            load.end();
            var open =
                    Dealings.read(clients).unresolved().stream()
                            .map(matter -> matter.exchanges().getLast().request())
                            .toList();
            load.resolve(open, PATIENCE, () -> {});
        }
    }

    Map<Auditor, Verdict> audit(List<Auditor> auditors, Duration patience) {
        var evidence = new Evidence(sources());
        return new Inquest(auditors, () -> evidence.gather(Dealings.read(clients)))
                .conclude(patience);
    }

    private Sources sources() {
        return new Sources(
                stack.auditor(),
                stack.jdbcUrl(),
                stack.databaseUser(),
                stack.databasePassword(),
                stack.gateway(),
                stack.orderProducers().getFirst());
    }

    @Override
    public void close() {
        guest.close();
        ledger.close();
        stack.close();
    }
}

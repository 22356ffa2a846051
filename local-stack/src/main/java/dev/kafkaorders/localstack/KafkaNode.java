package dev.kafkaorders.localstack;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.DirectoryTree;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.ProcessKind;
import dev.kafkaorders.localstack.process.ProcessSpec;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One node of the cluster and its directory. It is formatted under another name first, so that the
/// data directory is there only when it is whole.
final class KafkaNode {
    private static final Duration FORMATTING = Duration.ofMinutes(1);
    private static final String LOGGING = "log4j2.properties";

    private final KafkaSettings settings;
    private final KafkaUsers users;
    private final KafkaDistribution distribution;
    private final Optional<BrokerMetrics> metrics;
    private final ProcessFolder processes;
    private final int id;

    KafkaNode(
            KafkaSettings settings,
            KafkaUsers users,
            KafkaDistribution distribution,
            Optional<BrokerMetrics> metrics,
            ProcessFolder processes,
            int id) {
        this.settings = settings;
        this.users = users;
        this.distribution = distribution;
        this.metrics = metrics;
        this.processes = processes;
        this.id = id;
    }

    int id() {
        return id;
    }

    String name() {
        return "kafka-" + id;
    }

    /// @throws StartFailed when its data is there, but not the passwords to it
    void mustFit() {
        if (Files.exists(data())) {
            users.mustKnow(data());
        }
    }

    /// Returns once the process runs, long before the node serves anyone.
    ///
    /// @throws StartFailed when the node can't be formatted, or runs already
    ChildProcess start() {
        try {
            Files.createDirectories(directory());
            if (!Files.exists(data())) {
                format();
            }
            var agent = metrics.map(exported -> exported.agent(id));
            return processes.start(
                    spec(
                            name(),
                            distribution.run(
                                    settings.jvm(),
                                    processes.temporary(name()),
                                    configure(data()),
                                    logging(),
                                    agent)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void format() throws IOException {
        var unfinished = directory().resolve("data.unfinished");
        DirectoryTree.delete(unfinished);
        var arguments = arguments(configure(unfinished));
        var formatting = processes.start(spec(name() + "-format", distribution.format(arguments)));
        if (!formatting.awaitEnd(FORMATTING)
                || !Files.exists(unfinished.resolve("meta.properties"))) {
            throw StartFailed.seeLog("Can't format " + name(), formatting.log());
        }
        Files.delete(arguments);
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// In a file, because everybody can see the passwords on a command line.
    private Path arguments(Path configuration) throws IOException {
        var lines =
                Stream.of(
                        Stream.of("--cluster-id", BrokerProperties.CLUSTER_ID),
                        Stream.of("--config", configuration.toString()),
                        Users.SUPER_USERS.stream().flatMap(this::mayLogIn));
        return OwnerOnly.write(
                directory().resolve("format.arguments"),
                lines.flatMap(line -> line).collect(Collectors.joining("\n")));
    }

    private Stream<String> mayLogIn(String user) {
        return Stream.of(
                "--add-scram",
                "SCRAM-SHA-512=[name=%s,password=%s]".formatted(user, users.password(user)));
    }

    private Path configure(Path data) throws IOException {
        return OwnerOnly.write(
                directory().resolve("server.properties"),
                BrokerProperties.of(settings, users, id, data));
    }

    private Path logging() throws IOException {
        var file = directory().resolve(LOGGING);
        try (InputStream defaults =
                Objects.requireNonNull(KafkaNode.class.getResourceAsStream(LOGGING))) {
            Files.copy(defaults, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private ProcessSpec spec(String name, List<String> command) {
        return new ProcessSpec(name, ProcessKind.BROKER, command, Map.of());
    }

    private Path directory() {
        return settings.directory().resolve(name());
    }

    private Path data() {
        return directory().resolve("data");
    }
}

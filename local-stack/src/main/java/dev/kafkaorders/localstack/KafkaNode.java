package dev.kafkaorders.localstack;

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

/// One node of the cluster and its directory. It is formatted under another name first, so that the
/// data directory is there only when it is whole.
final class KafkaNode {
    private static final Duration FORMATTING = Duration.ofMinutes(1);
    private static final String LOGGING = "log4j2.properties";

    private final KafkaSettings settings;
    private final KafkaDistribution distribution;
    private final ProcessFolder processes;
    private final int id;

    KafkaNode(
            KafkaSettings settings,
            KafkaDistribution distribution,
            ProcessFolder processes,
            int id) {
        this.settings = settings;
        this.distribution = distribution;
        this.processes = processes;
        this.id = id;
    }

    int id() {
        return id;
    }

    String name() {
        return "kafka-" + id;
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
            return processes.start(spec(name(), distribution.run(configure(data()), logging())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void format() throws IOException {
        var unfinished = directory().resolve("data.unfinished");
        DirectoryTree.delete(unfinished);
        var formatting =
                processes.start(
                        spec(name() + "-format", distribution.format(configure(unfinished))));
        if (!formatting.awaitEnd(FORMATTING)
                || !Files.exists(unfinished.resolve("meta.properties"))) {
            throw StartFailed.seeLog("Can't format " + name(), formatting.log());
        }
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path configure(Path data) throws IOException {
        return Files.writeString(
                directory().resolve("server.properties"), BrokerProperties.of(settings, id, data));
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

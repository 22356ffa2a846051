package dev.kafkaorders.replayer.stage;

import static java.util.stream.Collectors.joining;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.localstack.process.JavaCommand;
import dev.kafkaorders.localstack.process.Jvm;
import dev.kafkaorders.teststack.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `kafka-consumer-groups.sh --reset-offsets`, Kafka's own, as a process.
public final class GroupsTool {

    private static final Pattern LINE = Pattern.compile("\"?[A-Za-z0-9._-]+\"?,\\d+,\\d+");

    private final String bootstrapServers = TestStack.get().bootstrapServers();
    private final Path login;

    public GroupsTool() {
        try {
            login = Files.createTempFile("admin", ".properties");
            login.toFile().deleteOnExit();
            var lines = TestStack.get().clientAs(Users.ADMIN).entrySet().stream();
            Files.write(login, lines.map(Object::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it would write, as it exports it: `topic,partition,offset`, sorted.
    public String dryRun(String group, List<String> arguments) {
        return run(group, "--dry-run", arguments);
    }

    /// What it has written.
    public String execute(String group, List<String> arguments) {
        return run(group, "--execute", arguments);
    }

    private String run(String group, String how, List<String> arguments) {
        var program =
                new ArrayList<>(
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
                                "--bootstrap-server",
                                bootstrapServers,
                                "--command-config",
                                login.toString(),
                                "--group",
                                group,
                                "--reset-offsets",
                                how,
                                "--export"));
        program.addAll(arguments);
        var command = JavaCommand.of(Jvm.QUICK_TO_START, program);
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            return output.lines()
                    .filter(line -> LINE.matcher(line).matches())
                    .map(line -> line.replace("\"", ""))
                    .sorted()
                    .collect(joining("\n"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.kafkaorders.localstack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A launcher to be killed: a server, and with a third argument a cluster, in the directory and on
/// the ports it is given.
final class LauncherProgram {
    private LauncherProgram() {}

    public static void main(String[] arguments) throws Exception {
        var ports = ports(arguments[1]);
        LocalPostgres.start(postgres(Path.of(arguments[0]), ports));
        if (arguments.length > 2) {
            LocalKafka.start(kafka(Path.of(arguments[0]), ports));
        }
        System.out.println("ready");
        Thread.currentThread().join();
    }

    static KafkaSettings kafka(Path directory, List<Integer> ports) {
        return KafkaSettings.in(
                directory.resolve("kafka"), ports.subList(0, 3), ports.subList(3, 6));
    }

    static PostgresSettings postgres(Path directory, List<Integer> ports) {
        return PostgresSettings.in(directory.resolve("postgres"), ports.get(6));
    }

    private static List<Integer> ports(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",")).map(Integer::valueOf).toList();
    }
}

package dev.kafkaorders.localstack;

import dev.kafkaorders.cluster.Login;
import dev.kafkaorders.cluster.User;
import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;

/// Who logs in to a cluster, with a password each that is chosen when the cluster is made. In
/// `users` below its directory, for its owner alone: the passwords, and what Kafka's own tools need
/// to log in.
final class KafkaUsers {
    private final Path directory;
    private final String bootstrapServers;

    KafkaUsers(Path clusterDirectory, String bootstrapServers) {
        directory = clusterDirectory.resolve("users");
        this.bootstrapServers = bootstrapServers;
    }

    String password(String user) {
        return file(user).password();
    }

    /// What a client needs to be that user.
    Map<String, String> clientProperties(String user) {
        var properties = new HashMap<>(new Login(user, password(user)).properties());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return Map.copyOf(properties);
    }

    /// Chooses the passwords that were never chosen, and writes all files.
    void prepare() {
        Stream.concat(Users.SUPER_USERS.stream(), Users.all().stream().map(User::name))
                .forEach(this::writeClientProperties);
    }

    /// @throws StartFailed when data is there that somebody made who knew of no passwords
    void mustKnow(Path data) {
        if (!Files.exists(file(Users.ADMIN).path())) {
            throw new StartFailed(
                    "%s was made without passwords. Remove %s to start anew."
                            .formatted(data, directory.getParent()));
        }
    }

    private void writeClientProperties(String user) {
        var text =
                clientProperties(user).entrySet().stream()
                        .map(Map.Entry::toString)
                        .sorted()
                        .collect(Collectors.joining("\n", "", "\n"));
        try {
            OwnerOnly.write(directory.resolve(user + ".properties"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PasswordFile file(String user) {
        return new PasswordFile(directory.resolve(user + ".password"));
    }
}

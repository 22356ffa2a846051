package dev.kafkaorders.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What the environment says: where the cluster is, and the passwords. No command line has them,
/// which everybody on the machine could read.
record Environment(Map<String, String> variables) {

    private static final String CLIENT = "KAFKA_";
    private static final String REPLICATION_FACTOR = "REPLICATION_FACTOR";

    /// How the administrator logs in, and all client properties that are given as `KAFKA_…`, such
    /// as `KAFKA_BOOTSTRAP_SERVERS` and `KAFKA_SECURITY_PROTOCOL`.
    Map<String, Object> clientProperties() {
        required(CLIENT + "BOOTSTRAP_SERVERS");
        var properties =
                new HashMap<String, Object>(
                        new Login(Users.ADMIN, password(Users.ADMIN)).properties());
        variables.forEach((name, value) -> {
            if (name.startsWith(CLIENT)) {
                var property = name.substring(CLIENT.length()).toLowerCase(Locale.ROOT);
                properties.put(property.replace('_', '.'), value);
            }
        });
        return properties;
    }

    short replicationFactor() {
        var text = variables.getOrDefault(REPLICATION_FACTOR, "3");
        try {
            return Short.parseShort(text);
        } catch (NumberFormatException e) {
            throw new SetupFailed("%s=%s is no number".formatted(REPLICATION_FACTOR, text), e);
        }
    }

    /// Of order-producer that is `ORDER_PRODUCER_PASSWORD`, or what the file holds that
    /// `ORDER_PRODUCER_PASSWORD_FILE` names.
    String password(String user) {
        var variable = user.toUpperCase(Locale.ROOT).replace('-', '_') + "_PASSWORD";
        var file = variables.get(variable + "_FILE");
        var password = file == null ? required(variable) : content(variable + "_FILE", file);
        if (password.isBlank()) {
            throw new SetupFailed(variable + " is blank");
        }
        return password;
    }

    private String required(String variable) {
        var value = variables.get(variable);
        if (value == null) {
            throw new SetupFailed(variable + " is not set");
        }
        return value;
    }

    private static String content(String variable, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new SetupFailed("%s: can't read %s".formatted(variable, file), e);
        }
    }
}

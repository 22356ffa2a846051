package dev.kafkaorders.localstack.compose;

import dev.kafkaorders.localstack.ClusterView;
import dev.kafkaorders.localstack.ReadinessProbe;
import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.StartFailed;
import dev.kafkaorders.localstack.tour.RunningStack;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What `docker compose up` runs, seen from outside: by its published ports, with the passwords
/// that its service `secrets` says. Faults are injected by `docker compose kill`.
public final class ComposeStack implements RunningStack {
    private static final Duration START = Duration.ofMinutes(2);
    private static final int POSTGRES = 5432;
    private static final String CONSUMER = "payment-consumer";

    private final DockerCompose compose;
    private final Map<String, String> auditor;
    private final Map<String, String> administrator;
    private final Map<String, URI> services;
    private final String jdbcUrl;
    private final String databasePassword;
    private final String operatorPassword;

    /// @param project where `docker-compose.yml` is
    /// @throws StartFailed when it isn't up
    public ComposeStack(Path project) {
        compose = new DockerCompose(project);
        var containers = Containers.parse(compose.run("ps", "--format", "json"));
        services =
                Map.of(
                        "order-producer",
                        address(containers.published("doors", 8081)),
                        CONSUMER,
                        address(containers.published("doors", 8082)),
                        "dlq-replayer",
                        address(containers.published("dlq-replayer", 8083)));
        if (containers.count(CONSUMER) > 1) {
            throw new StartFailed(
                    "The tour takes the payment gateway away, which is simulated in each"
                            + " payment-consumer: it needs --scale payment-consumer=1");
        }
        jdbcUrl =
                "jdbc:postgresql://localhost:%d/payments"
                        .formatted(containers.published("postgres", POSTGRES));
        databasePassword = compose.password("payments");
        operatorPassword = compose.password("operator");
        var access = new KafkaAccess(compose, containers);
        auditor = access.auditor();
        administrator = access.administrator();
    }

    @Override
    public Map<String, String> auditor() {
        return auditor;
    }

    @Override
    public Map<String, String> administrator() {
        return administrator;
    }

    @Override
    public String jdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public String databaseUser() {
        return "payments";
    }

    @Override
    public String databasePassword() {
        return databasePassword;
    }

    @Override
    public String operatorPassword() {
        return operatorPassword;
    }

    @Override
    public URI service(String name) {
        var address = services.get(name);
        if (address == null) {
            throw new IllegalArgumentException("Not a service: " + name);
        }
        return address;
    }

    @Override
    public void kill(String name) {
        compose.run("kill", name);
    }

    @Override
    public void start(String name) {
        compose.run("start", name);
        if (!Await.atMost(START, () -> isReady(name))) {
            throw new StartFailed(
                    "%s is not ready after %d s; `docker compose logs %s` may say why"
                            .formatted(name, START.toSeconds(), name));
        }
    }

    @Override
    public boolean isReady(String name) {
        if (services.containsKey(name)) {
            return new ReadinessProbe(service(name)).isUp();
        }
        if (name.startsWith("kafka-")) {
            try (var cluster = new ClusterView(auditor)) {
                return cluster.isInSync(Integer.parseInt(name.substring("kafka-".length())));
            }
        }
        throw new IllegalArgumentException("Nobody asked for it so far: " + name);
    }

    private static URI address(int port) {
        return URI.create("http://localhost:" + port);
    }
}

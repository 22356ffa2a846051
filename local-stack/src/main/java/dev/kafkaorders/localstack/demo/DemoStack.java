package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.localstack.BrokerMetrics;
import dev.kafkaorders.localstack.KafkaCluster;
import dev.kafkaorders.localstack.KafkaSettings;
import dev.kafkaorders.localstack.PostgresServer;
import dev.kafkaorders.localstack.PostgresSettings;
import dev.kafkaorders.localstack.Service;
import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.StartFailed;
import dev.kafkaorders.localstack.tour.RunningStack;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the demo consists of. Any JVM can have one for a directory: it knows by the process folder
/// what runs.
final class DemoStack implements RunningStack {
    private static final Path BROKER_METRICS =
            Path.of("observability", "kafka", "jmx-exporter.yml");

    private final DemoSettings settings;
    private final ProcessFolder processes;
    private final KafkaCluster kafka;
    private final PostgresServer postgres;
    private final List<Service> services;
    private final List<Component> components;

    DemoStack(DemoSettings settings, ProcessFolder processes) {
        this.settings = settings;
        this.processes = processes;
        kafka =
                new KafkaCluster(
                        KafkaSettings.in(
                                settings.directory(),
                                settings.portsOf(PortVariable.DEMO_KAFKA_PORT),
                                settings.portsOf(PortVariable.DEMO_CONTROLLER_PORT)),
                        Optional.of(
                                new BrokerMetrics(
                                        settings.project().resolve(BROKER_METRICS),
                                        settings.portsOf(PortVariable.DEMO_KAFKA_METRICS_PORT))),
                        processes);
        postgres =
                new PostgresServer(
                        PostgresSettings.in(
                                settings.directory(),
                                settings.port(PortVariable.DEMO_POSTGRES_PORT)),
                        processes);
        services = new DemoServices(settings, processes).using(kafka, postgres);
        components =
                Stream.of(
                                IntStream.rangeClosed(1, KafkaSettings.NODES)
                                        .mapToObj(node -> component(node, settings)),
                                Stream.of(database()),
                                services.stream().map(DemoStack::component))
                        .flatMap(part -> part)
                        .toList();
    }

    List<Component> components() {
        return components;
    }

    /// First what the services need, side by side; then the services, side by side.
    void startAll(StartUp startUp) {
        startUp.run(
                List.of(
                        new StartUp.Step("kafka", "three brokers, topics and users", kafka::start),
                        new StartUp.Step("postgres", "an answer to a query", this::startDatabase)));
        startUp.run(
                services.stream()
                        .map(service ->
                                new StartUp.Step(
                                        service.name(), "its readiness probe", service::start))
                        .toList());
    }

    @Override
    public Map<String, String> auditor() {
        return kafka.clientProperties(Users.AUDITOR);
    }

    @Override
    public Map<String, String> administrator() {
        return kafka.clientProperties(Users.ADMIN);
    }

    @Override
    public String jdbcUrl() {
        return postgres.jdbcUrl(DemoServices.DATABASE);
    }

    @Override
    public String databaseUser() {
        return postgres.user();
    }

    @Override
    public String databasePassword() {
        return postgres.password();
    }

    @Override
    public String operatorPassword() {
        return settings.replayerPassword("operator");
    }

    @Override
    public URI service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .map(Service::baseUrl)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a service: " + name));
    }

    @Override
    public void kill(String name) {
        processes.running(component(name).name()).ifPresent(ChildProcess::kill);
    }

    @Override
    public void start(String name) {
        component(name).start().run();
    }

    @Override
    public boolean isReady(String name) {
        return component(name).readiness().getAsBoolean();
    }

    /// @throws StartFailed when there is none of that name; the message has the names
    Component component(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartFailed(unknown(name)));
    }

    private String unknown(String name) {
        var names = components.stream().map(Component::name).toList();
        return "There is no %s. There are %s.".formatted(name, String.join(", ", names));
    }

    private Component component(int node, DemoSettings settings) {
        var port = settings.portsOf(PortVariable.DEMO_KAFKA_PORT).get(node - 1);
        return new Component(
                "kafka-" + node,
                "127.0.0.1:" + port,
                () -> kafka.startNode(node),
                () -> kafka.isReady(node));
    }

    private Component database() {
        return new Component("postgres", jdbcUrl(), this::startDatabase, postgres::isReady);
    }

    private static Component component(Service service) {
        return new Component(
                service.name(), service.baseUrl().toString(), service::start, service::isReady);
    }

    private void startDatabase() {
        postgres.start();
        postgres.createDatabase(DemoServices.DATABASE);
    }
}

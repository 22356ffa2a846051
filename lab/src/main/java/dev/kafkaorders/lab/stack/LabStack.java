package dev.kafkaorders.lab.stack;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.localstack.KafkaCluster;
import dev.kafkaorders.localstack.KafkaSettings;
import dev.kafkaorders.localstack.PostgresServer;
import dev.kafkaorders.localstack.PostgresSettings;
import dev.kafkaorders.localstack.Service;
import dev.kafkaorders.localstack.process.Custody;
import dev.kafkaorders.localstack.process.Farewell;
import dev.kafkaorders.localstack.process.InParallel;
import dev.kafkaorders.localstack.process.ProcessFolder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Three brokers, PostgreSQL, the payment gateway, two order-producers, two payment-consumers and
/// dlq-replayer, until it is closed.
public final class LabStack implements AutoCloseable {

    /// The services of the suite, each with a link to the brokers that can be cut.
    public static final List<String> SERVICES =
            List.of(
                    "order-producer-1",
                    "order-producer-2",
                    "payment-consumer-1",
                    "payment-consumer-2",
                    "dlq-replayer");

    private final Custody custody;
    private final KafkaCluster kafka;
    private final PostgresServer postgres;
    private final Links links;
    private final LabServices configured;
    private final Replicas replicas;

    private LabStack(LabSettings settings, Custody custody) {
        this.custody = custody;
        var processes = custody.processes();
        var ports = new LabPorts();
        links = new Links(SERVICES, ports);
        kafka =
                new KafkaCluster(
                        KafkaSettings.in(settings.directory(), ports.perNode(), ports.perNode())
                                .withDetours(links.detours()),
                        processes);
        postgres =
                new PostgresServer(
                        PostgresSettings.in(settings.directory(), ports.next()), processes);
        configured = new LabServices(settings, processes, ports, links, kafka, postgres);
        replicas = configured.replicas();
    }

    /// Returns when everything is ready.
    ///
    /// @throws dev.kafkaorders.localstack.process.StartFailed when something can't be started; then
    ///   nothing is left running
    public static LabStack start(LabSettings settings) {
        var custody = Custody.of(new ProcessFolder(settings.directory()), Farewell.STOP);
        try {
            var stack = new LabStack(settings, custody);
            stack.start();
            return stack;
        } catch (RuntimeException e) {
            custody.close();
            throw e;
        }
    }

    /// What a client of Kafka needs to be the auditor, who may read everything.
    public Map<String, String> auditor() {
        return kafka.clientProperties(Users.AUDITOR);
    }

    /// What a client of Kafka needs to be the administrator.
    public Map<String, String> administrator() {
        return kafka.clientProperties(Users.ADMIN);
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(LabServices.DATABASE);
    }

    public String databaseUser() {
        return postgres.user();
    }

    public String databasePassword() {
        return postgres.password();
    }

    /// Where the gateway listens, without a path.
    public URI gateway() {
        return replicas.gateway().baseUrl();
    }

    /// Where orders are placed.
    public List<URI> orderProducers() {
        return replicas.orderProducers().stream().map(Service::baseUrl).toList();
    }

    public URI dlqReplayer() {
        return replicas.dlqReplayer().baseUrl();
    }

    /// What the operator of dlq-replayer logs in with.
    public String operatorPassword() {
        return configured.replayerPassword("operator");
    }

    /// What can be cut off from the brokers.
    public List<Link> links() {
        return links.all();
    }

    /// All processes.
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        IntStream.rangeClosed(1, KafkaSettings.NODES).mapToObj(this::broker).forEach(parts::add);
        parts.add(part("postgres", postgres::start, postgres::isReady));
        replicas.all().map(this::part).forEach(parts::add);
        return parts;
    }

    @Override
    public void close() {
        custody.close();
        // Only now: whoever stops in order has something left to write.
        links.all().forEach(Link::close);
    }

    private void start() {
        links.all().forEach(Link::heal);
        var gateway = replicas.gateway();
        InParallel.run(List.<Runnable>of(kafka::start, this::startDatabase, gateway::start));
        InParallel.run(replicas.ofTheSuite().<Runnable>map(service -> service::start).toList());
    }

    private void startDatabase() {
        postgres.start();
        postgres.createDatabase(LabServices.DATABASE);
    }

    private Part broker(int node) {
        return part("kafka-" + node, () -> kafka.startNode(node), () -> kafka.isReady(node));
    }

    private Part part(Service service) {
        return part(service.name(), service::start, service::isReady);
    }

    private Part part(String name, Runnable start, BooleanSupplier readiness) {
        return new Part(name, custody.processes(), start, readiness);
    }
}

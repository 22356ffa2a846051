package dev.kafkaorders.lab.stack;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.lab.gateway.GatewayProgram;
import dev.kafkaorders.localstack.KafkaCluster;
import dev.kafkaorders.localstack.PasswordFile;
import dev.kafkaorders.localstack.PostgresServer;
import dev.kafkaorders.localstack.Service;
import dev.kafkaorders.localstack.ServiceLogin;
import dev.kafkaorders.localstack.ServiceSettings;
import dev.kafkaorders.localstack.process.ProcessFolder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// Two of each service that bears load, as if they ran on machines of their own: names,
/// transactional ids and state of their own.
final class LabServices {
    static final String DATABASE = "payments";
    static final String GATEWAY = "gateway";

    private final LabSettings settings;
    private final ProcessFolder processes;
    private final LabPorts ports;
    private final Links links;
    private final KafkaCluster kafka;
    private final PostgresServer postgres;

    LabServices(
            LabSettings settings,
            ProcessFolder processes,
            LabPorts ports,
            Links links,
            KafkaCluster kafka,
            PostgresServer postgres) {
        this.settings = settings;
        this.processes = processes;
        this.ports = ports;
        this.links = links;
        this.kafka = kafka;
        this.postgres = postgres;
    }

    Replicas replicas() {
        var gateway = gateway();
        return new Replicas(
                gateway,
                twice(this::orderProducer),
                twice(number -> paymentConsumer(number, gateway)),
                dlqReplayer());
    }

    private static List<Service> twice(IntFunction<Service> replica) {
        return List.of(replica.apply(1), replica.apply(2));
    }

    private Service gateway() {
        var environment =
                Map.of("GATEWAY_LEDGER", settings.directory().resolve("gateway.jsonl").toString());
        return new Service(
                ServiceSettings.ofMainClass(
                        GATEWAY, GatewayProgram.class, ports.next(), environment),
                processes);
    }

    private Service orderProducer(int number) {
        var name = "order-producer-" + number;
        var environment = login(Users.ORDER_PRODUCER, links.bootstrapServers(name));
        var status = new ServiceLogin(kafka.clientProperties(Users.ORDER_STATUS));
        environment.putAll(status.environmentUnder("orders.status.properties"));
        environment.put("ORDERS_PUBLISHING_INSTANCEID", "order-producer-lab-" + number);
        environment.put(
                "ORDERS_STATUS_STATEDIRECTORY", settings.directory().resolve(name).toString());
        // As in ./demo: transactions cost the brokers most, and copies of stores cost transactions.
        environment.put("ORDERS_STATUS_COMMITINTERVAL", "500ms");
        environment.put("ORDERS_STATUS_STANDBYREPLICAS", "0");
        return service("order-producer", name, environment);
    }

    private Service paymentConsumer(int number, Service gateway) {
        var name = "payment-consumer-" + number;
        var environment = login(Users.PAYMENT_CONSUMER, links.bootstrapServers(name));
        environment.put("SPRING_DATASOURCE_URL", postgres.jdbcUrl(DATABASE));
        environment.put("SPRING_DATASOURCE_USERNAME", postgres.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
        environment.put("PAYMENTS_GATEWAY_URL", gateway.baseUrl().toString());
        environment.put("PAYMENTS_INTAKE_INSTANCE", "lab-" + number);
        return service("payment-consumer", name, environment);
    }

    private Service dlqReplayer() {
        var name = "dlq-replayer";
        var environment = login(Users.DLQ_REPLAYER, links.bootstrapServers(name));
        environment.put("REPLAYER_VIEWER_PASSWORD", replayerPassword("viewer"));
        environment.put("REPLAYER_OPERATOR_PASSWORD", replayerPassword("operator"));
        return service(name, name, environment);
    }

    String replayerPassword(String user) {
        var file = settings.directory().resolve("dlq-replayer." + user + ".password");
        return new PasswordFile(file).password();
    }

    private Map<String, String> login(String user, String bootstrapServers) {
        var client = new HashMap<>(kafka.clientProperties(user));
        client.put("bootstrap.servers", bootstrapServers);
        return new HashMap<>(new ServiceLogin(client).environment());
    }

    private Service service(String service, String name, Map<String, String> environment) {
        environment.putAll(settings.changed(service));
        return new Service(
                ServiceSettings.ofJar(name, settings.jar(service), ports.next(), environment),
                processes);
    }
}

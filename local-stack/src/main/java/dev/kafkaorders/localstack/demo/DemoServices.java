package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.localstack.KafkaCluster;
import dev.kafkaorders.localstack.PostgresServer;
import dev.kafkaorders.localstack.Service;
import dev.kafkaorders.localstack.ServiceJars;
import dev.kafkaorders.localstack.ServiceLogin;
import dev.kafkaorders.localstack.ServiceSettings;
import dev.kafkaorders.localstack.process.ProcessFolder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The three services, each configured by its environment alone, as it would be anywhere.
record DemoServices(DemoSettings settings, ProcessFolder processes) {
    static final String DATABASE = "payments";

    List<Service> using(KafkaCluster kafka, PostgresServer postgres) {
        var orderProducer = as(Users.ORDER_PRODUCER, kafka);
        var status = new ServiceLogin(kafka.clientProperties(Users.ORDER_STATUS));
        orderProducer.putAll(status.environmentUnder("orders.status.properties"));
        // Beside the topics that it follows from: who deletes the one deletes the other.
        var state = settings.directory().resolve("order-producer").toString();
        orderProducer.put("ORDERS_STATUS_STATEDIRECTORY", state);
        // Transactions cost the brokers most, and they have the same few cores.
        orderProducer.put("ORDERS_STATUS_COMMITINTERVAL", "500ms");
        // No other instance could keep a copy.
        orderProducer.put("ORDERS_STATUS_STANDBYREPLICAS", "0");
        var paymentConsumer = as(Users.PAYMENT_CONSUMER, kafka);
        paymentConsumer.put("SPRING_DATASOURCE_URL", postgres.jdbcUrl(DATABASE));
        paymentConsumer.put("SPRING_DATASOURCE_USERNAME", postgres.user());
        paymentConsumer.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
        // Only there is the gateway simulated, and can be told to misbehave.
        paymentConsumer.put("SPRING_PROFILES_ACTIVE", "demo");
        var dlqReplayer = as(Users.DLQ_REPLAYER, kafka);
        dlqReplayer.put("REPLAYER_VIEWER_PASSWORD", settings.replayerPassword("viewer"));
        dlqReplayer.put("REPLAYER_OPERATOR_PASSWORD", settings.replayerPassword("operator"));
        dlqReplayer.put("REPLAYER_METRICS_PASSWORD", settings.replayerPassword("metrics"));
        return List.of(
                service("order-producer", PortVariable.DEMO_ORDER_PRODUCER_PORT, orderProducer),
                service(
                        "payment-consumer",
                        PortVariable.DEMO_PAYMENT_CONSUMER_PORT,
                        paymentConsumer),
                service("dlq-replayer", PortVariable.DEMO_DLQ_REPLAYER_PORT, dlqReplayer));
    }

    private static Map<String, String> as(String user, KafkaCluster kafka) {
        return new HashMap<>(new ServiceLogin(kafka.clientProperties(user)).environment());
    }

    private Service service(String name, PortVariable port, Map<String, String> environment) {
        var jar = new ServiceJars(settings.project()).of(name);
        return new Service(
                ServiceSettings.ofJar(name, jar, settings.port(port), environment), processes);
    }
}

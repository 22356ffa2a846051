package dev.kafkaorders.teststack;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestStackIntegrationTests {

    private static final ConfigResource ORDERS =
            new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS);

    private final TestStack stack = TestStack.get();

    @Test
    void aResetLeavesTheTopicsEmpty() throws Exception {
        stack.reset();
        writeAnOrder();
        assertThat(ordersWritten()).isEqualTo(1);
        stack.reset();
        assertThat(ordersWritten()).isZero();
    }

    @Test
    void aResetEndsTheTransactionsOfTheDead() throws Exception {
        stack.reset();
        var producer = transactional("dead");
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(order()).get();
        producer.close(Duration.ZERO);
        assertThat(transaction("dead")).isEqualTo(TransactionState.ONGOING);
        stack.reset();
        assertThat(transaction("dead")).isEqualTo(TransactionState.EMPTY);
        assertThat(ordersWritten()).isZero();
    }

    @Test
    void aResetUndoesWhatWasAltered() throws Exception {
        stack.reset();
        var before = settings();
        try (var admin = Admin.create(stack.clientAs(Users.ADMIN))) {
            var small = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "100");
            admin.incrementalAlterConfigs(
                            Map.of(ORDERS, List.of(new AlterConfigOp(small, OpType.SET))))
                    .all()
                    .get();
        }
        assertThat(settings()).isNotEqualTo(before);
        stack.reset();
        assertThat(settings()).isEqualTo(before);
    }

    private Map<String, String> settings() throws Exception {
        try (var admin = Admin.create(stack.clientAs(Users.AUDITOR))) {
            return admin.describeConfigs(List.of(ORDERS)).all().get().get(ORDERS).entries().stream()
                    .collect(toMap(ConfigEntry::name, ConfigEntry::value));
        }
    }

    @Test
    void everyDatabaseIsNew() throws Exception {
        for (var database : new Database[] {stack.createDatabase(), stack.createDatabase()}) {
            try (var connection =
                            DriverManager.getConnection(
                                    database.jdbcUrl(), database.user(), database.password());
                    var sql = connection.createStatement()) {
                sql.execute("create table only_here ()");
            }
        }
    }

    private void writeAnOrder() throws Exception {
        try (var producer = producer(stack.clientAs(Users.ORDER_PRODUCER))) {
            producer.send(order()).get();
        }
    }

    private KafkaProducer<String, String> transactional(String id) {
        var properties = stack.clientAs(Users.ADMIN);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        return producer(properties);
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> properties) {
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    private static ProducerRecord<String, String> order() {
        return new ProducerRecord<>(Topics.ORDERS, 0, "key", "value");
    }

    private TransactionState transaction(String id) throws Exception {
        try (var admin = Admin.create(stack.clientAs(Users.ADMIN))) {
            return admin.describeTransactions(List.of(id)).description(id).get().state();
        }
    }

    private long ordersWritten() throws Exception {
        try (var admin = Admin.create(stack.clientAs(Users.AUDITOR))) {
            var partition = new TopicPartition(Topics.ORDERS, 0);
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }
}

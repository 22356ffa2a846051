package dev.kafkaorders.teststack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may do what, tried by everybody with real clients. The tables say it a second time on
/// purpose: what is changed in the list only is found here.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationIntegrationTests {

    private static final List<String> COLUMNS =
            List.of(
                    Users.ORDER_PRODUCER,
                    Users.PAYMENT_CONSUMER,
                    Users.DLQ_REPLAYER,
                    Users.ORDER_STATUS,
                    Users.AUDITOR);

    private final Company company = new Company();

    @AfterAll
    void close() {
        company.close();
    }

    /// R reads, W writes, D may only know that it is there, - not even that.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    TOPIC                          | producer | consumer | replayer | status | auditor
                    orders                         | W        | R        | RW       | R      | R
                    payments                       | -        | W        | D        | R      | R
                    order-producer.idempotency     | RW       | -        | D        | -      | R
                    payment-consumer.retry.1s      | -        | RW       | RW       | R      | R
                    payment-consumer.retry.10s     | -        | RW       | R        | R      | R
                    payment-consumer.retry.60s     | -        | RW       | R        | R      | R
                    payment-consumer.dlt           | -        | W        | R        | R      | R
                    consumer-control               | -        | R        | W        | -      | R
                    dlq-replayer.ledger            | -        | -        | RW       | -      | R
                    dlq-replayer.replays           | -        | -        | RW       | -      | R
                    dlq-replayer.offset-resets     | -        | -        | RW       | -      | R
                    dlq-replayer.audit             | -        | -        | W        | -      | R
                    order-status                   | -        | -        | D        | RW     | R
                    order-statistics               | -        | -        | D        | RW     | R
                    order-status-orders-changelog  | -        | -        | D        | RW     | R
                    order-status-counts-changelog  | -        | -        | D        | RW     | R
                    a-strangers-topic              | -        | -        | D        | -      | R
                    """)
    void topics(ArgumentsAccessor row) {
        var topic = row.getString(0);
        assertSoftly(softly -> {
            for (var user : COLUMNS) {
                var rights = row.getString(COLUMNS.indexOf(user) + 1);
                var tries = company.named(user);
                softly.assertThat(tries.reads(topic))
                        .as("%s reads %s", user, topic)
                        .isEqualTo(rights.contains("R"));
                softly.assertThat(tries.writes(topic))
                        .as("%s writes %s", user, topic)
                        .isEqualTo(rights.contains("W"));
                softly.assertThat(tries.describes(topic))
                        .as("%s knows of %s", user, topic)
                        .isEqualTo(!rights.equals("-"));
            }
        });
    }

    /// C commits for it, as its members do and whoever alters its offsets, X deletes its offsets, D
    /// may only look at it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    GROUP                  | producer | consumer | replayer | status | auditor
                    payment-consumer       | -        | C        | CX       | -      | D
                    order-status           | -        | -        | D        | C      | D
                    dlq-replayer.replay.1  | -        | -        | C        | -      | D
                    console-consumer-1     | -        | -        | D        | -      | C
                    a-strangers-group      | -        | -        | D        | -      | D
                    """)
    void groups(ArgumentsAccessor row) {
        var group = row.getString(0);
        assertSoftly(softly -> {
            for (var user : COLUMNS) {
                var rights = row.getString(COLUMNS.indexOf(user) + 1);
                var tries = company.named(user);
                softly.assertThat(tries.commits(group, readableBy(user)))
                        .as("%s commits for %s", user, group)
                        .isEqualTo(rights.contains("C"));
                softly.assertThat(tries.deletesOffsets(group, readableBy(user)))
                        .as("%s deletes offsets of %s", user, group)
                        .isEqualTo(rights.contains("X"));
                softly.assertThat(tries.describesGroup(group))
                        .as("%s looks at %s", user, group)
                        .isEqualTo(!rights.equals("-"));
            }
        });
    }

    private static String readableBy(String user) {
        return user.equals(Users.ORDER_PRODUCER) ? Topics.IDEMPOTENCY : Topics.ORDERS;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    TRANSACTIONAL ID         | user
                    order-producer-0-0       | order-producer
                    payment-consumer-a-82-1  | payment-consumer
                    dlq-replayer             | dlq-replayer
                    order-status-1           | order-status
                    order-producer           | nobody
                    dlq-replayer-2           | nobody
                    a-strangers-id           | nobody
                    """)
    void transactionalIds(String id, String owner) {
        assertThat(COLUMNS)
                .filteredOn(user -> company.named(user).transactsAs(id))
                .containsExactlyElementsOf(owner.equals("nobody") ? Set.of() : Set.of(owner));
    }

    @ParameterizedTest
    @CsvSource({
        "orders, payment-consumer auditor",
        "payment-consumer.retry.1s, payment-consumer auditor",
        "payment-consumer.dlt, payment-consumer auditor",
        "payments, auditor",
        "consumer-control, auditor",
        "a-strangers-topic, auditor"
    })
    void settingsOfTopics(String topic, String readers) {
        assertThat(COLUMNS)
                .filteredOn(user -> company.named(user).describesConfigsOf(topic))
                .containsExactly(readers.split(" "));
    }

    @Test
    void nobodyCreatesTopics() {
        assertThat(COLUMNS)
                .noneMatch(user -> company.named(user).wouldCreate("order-status-store"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Users.ORDER_PRODUCER,
                Users.PAYMENT_CONSUMER,
                Users.DLQ_REPLAYER,
                Users.ORDER_STATUS,
                Users.AUDITOR
            })
    void nobodyChangesTheClusterItself(String user) {
        var somebody = company.named(user);
        var admin = somebody.admin();
        var orders = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS);
        var shorter =
                new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
        var records = Map.of(new TopicPartition(Topics.ORDERS, 0), RecordsToDelete.beforeOffset(1));
        var password =
                new UserScramCredentialUpsertion(
                        Users.ADMIN,
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                        "mine");
        var tried =
                Map.<String, Somebody.Attempt>of(
                        "deletes a topic",
                        () -> admin.deleteTopics(List.of(Topics.ORDERS)).all().get(),
                        "adds partitions",
                        () ->
                                admin.createPartitions(
                                                Map.of(Topics.ORDERS, NewPartitions.increaseTo(7)))
                                        .all()
                                        .get(),
                        "alters a topic",
                        () ->
                                admin.incrementalAlterConfigs(Map.of(orders, List.of(shorter)))
                                        .all()
                                        .get(),
                        "deletes records",
                        () -> admin.deleteRecords(records).all().get(),
                        "sets a password",
                        () -> admin.alterUserScramCredentials(List.of(password)).all().get(),
                        "sees who may what",
                        () -> admin.describeAcls(AclBindingFilter.ANY).values().get(),
                        "grants himself a right",
                        () ->
                                admin.createAcls(
                                                List.of(
                                                        Users.named(Users.AUDITOR)
                                                                .grants()
                                                                .getFirst()
                                                                .bindingOf(Users.named(user))))
                                        .all()
                                        .get());
        assertThat(tried.keySet()).noneMatch(what -> somebody.may(tried.get(what)));
    }

    @Test
    void nobodyGetsInWithAWrongPassword() {
        var properties = TestStack.get().clientAs(Users.AUDITOR);
        var jaas = properties.get("sasl.jaas.config").toString();
        properties.put(
                "sasl.jaas.config", jaas.replaceFirst("password=\"[^\"]+\"", "password=\"guess\""));
        assertRefused(properties);
    }

    @Test
    void nobodyGetsInWhoIsNotKnown() {
        var properties = TestStack.get().clientAs(Users.AUDITOR);
        var jaas = properties.get("sasl.jaas.config").toString();
        properties.put("sasl.jaas.config", jaas.replace(Users.AUDITOR, "stranger"));
        assertRefused(properties);
    }

    private static void assertRefused(Map<String, Object> properties) {
        try (var admin = Admin.create(properties)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class)
                    .hasMessageContaining("invalid credentials");
        }
    }

    @Test
    void nobodyGetsInWithoutAPassword() {
        var servers = TestStack.get().bootstrapServers();
        var options = new DescribeClusterOptions().timeoutMs(3_000);
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            assertThatThrownBy(() -> admin.describeCluster(options).nodes().get());
            admin.close(Duration.ZERO);
        }
    }
}

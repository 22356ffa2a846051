package dev.kafkaorders.teststack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.ClusterSetup;
import dev.kafkaorders.cluster.Report;
import dev.kafkaorders.cluster.SetupFailed;
import dev.kafkaorders.cluster.User;
import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a cluster that somebody has changed. Each test leaves it as listed.
class ClusterSetupIntegrationTests {

    private static final ConfigResource ORDERS =
            new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS);

    private final TestStack stack = TestStack.get();
    private final Admin admin = Admin.create(stack.clientAs(Users.ADMIN));

    @BeforeEach
    void startAsListed() {
        stack.reset();
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void changesNothingWhereAllIsAsListed() {
        assertThat(setUp().changes()).isEmpty();
        assertThat(setUp().complaints()).isEmpty();
    }

    @Test
    void createsTheTopicThatIsMissing() throws Exception {
        admin.deleteTopics(List.of(Topics.AUDIT)).all().get();

        awaitChanges("topic dlq-replayer.audit created");
        await().until(() -> admin.listTopics().names().get().contains(Topics.AUDIT));
    }

    @Test
    void givesATopicItsSettingsBackAndSaysSo() throws Exception {
        var hour = new AlterConfigOp(new ConfigEntry("retention.ms", "3600000"), OpType.SET);
        admin.incrementalAlterConfigs(Map.of(ORDERS, List.of(hour))).all().get();

        awaitChanges("topic orders now has retention.ms=604800000");
        await().until(() ->
                admin.describeConfigs(Set.of(ORDERS))
                        .all()
                        .get()
                        .get(ORDERS)
                        .get("retention.ms")
                        .value()
                        .equals("604800000"));
    }

    @Test
    void leavesPartitionsAloneAndComplains() throws Exception {
        admin.deleteTopics(List.of(Topics.PAYMENTS)).all().get();
        admin.createTopics(List.of(new NewTopic(Topics.PAYMENTS, 4, stack.replicationFactor())))
                .all()
                .get();

        try {
            awaitReport(report ->
                    assertThat(report.complaints())
                            .singleElement()
                            .asString()
                            .startsWith("topic payments has 4 partitions")
                            .endsWith("alter it by hand"));
        } finally {
            admin.deleteTopics(List.of(Topics.PAYMENTS)).all().get();
            awaitChanges("topic payments created");
        }
    }

    @Test
    void grantsWhatIsMissingAndTakesAwayWhatIsTooMuch() throws Exception {
        var replayer = Users.named(Users.DLQ_REPLAYER);
        var producer = Users.named(Users.ORDER_PRODUCER);
        var missing = producer.grants().getFirst().bindingOf(producer);
        var surplus = replayer.grants().getFirst().bindingOf(producer);
        admin.deleteAcls(List.of(missing.toFilter())).all().get();
        admin.createAcls(List.of(surplus)).all().get();

        awaitChanges(
                "granted: User:order-producer ALLOW WRITE TOPIC orders",
                "taken away: User:order-producer ALLOW READ TOPIC payment-consumer.dlt");
        await().untilAsserted(() -> assertThat(rights()).contains(missing).doesNotContain(surplus));
    }

    @Test
    void leavesTheRightsOfStrangersAndNamesThem() throws Exception {
        var stranger = new User("stranger", List.of());
        var theirs = Users.named(Users.AUDITOR).grants().getFirst().bindingOf(stranger);
        admin.createAcls(List.of(theirs)).all().get();
        try {
            awaitReport(report -> {
                assertThat(report.changes()).isEmpty();
                assertThat(report.notices())
                        .containsExactly(
                                "left alone, as its user isn't in the list: User:stranger ALLOW"
                                        + " READ TOPIC *");
            });
            assertThat(rights()).contains(theirs);
        } finally {
            admin.deleteAcls(List.of(theirs.toFilter())).all().get();
        }
    }

    @Test
    void setsThePasswordsAnew() throws Exception {
        var all = Users.all().stream().map(User::name).toList();

        setUp();

        assertThat(admin.describeUserScramCredentials().users().get()).containsAll(all);
        try (var auditor = Admin.create(stack.clientAs(Users.AUDITOR))) {
            assertThat(auditor.describeCluster().nodes().get()).isNotEmpty();
        }
    }

    @Test
    void saysAtOnceThatThePasswordOfTheAdministratorIsWrong() {
        var properties = stack.clientAs(Users.ADMIN);
        properties.compute(
                "sasl.jaas.config",
                (_, jaas) -> jaas.toString().replaceFirst("password=\"[^\"]+", "password=\"no"));
        try (var stranger = Admin.create(properties)) {
            var setup = new ClusterSetup(stranger, properties, (short) 1, stack::password);
            assertThatExceptionOfType(SetupFailed.class)
                    .isThrownBy(() -> setup.awaitBrokers(Duration.ofMinutes(1)))
                    .withMessageStartingWith("The brokers refuse the log-in");
        }
    }

    @Test
    void saysHowManyBrokersAreMissing() {
        var setup =
                new ClusterSetup(admin, stack.clientAs(Users.ADMIN), (short) 9, stack::password);

        assertThatExceptionOfType(SetupFailed.class)
                .isThrownBy(() -> setup.awaitBrokers(Duration.ofMillis(300)))
                .withMessageEndingWith("of 9 brokers are there");
    }

    /// What one broker was told the others hear a moment later, so it may take more than one try.
    private void awaitReport(Consumer<Report> expectation) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> expectation.accept(setUp()));
    }

    private void awaitChanges(String... expected) {
        var told = new LinkedHashSet<String>();
        awaitReport(report -> {
            told.addAll(report.changes());
            assertThat(told).containsExactlyInAnyOrder(expected);
        });
    }

    private Report setUp() {
        return new ClusterSetup(
                        admin,
                        stack.clientAs(Users.ADMIN),
                        stack.replicationFactor(),
                        stack::password)
                .apply();
    }

    private Collection<AclBinding> rights() throws Exception {
        return admin.describeAcls(AclBindingFilter.ANY).values().get();
    }
}

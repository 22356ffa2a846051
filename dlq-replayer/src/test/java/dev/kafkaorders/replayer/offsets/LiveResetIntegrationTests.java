package dev.kafkaorders.replayer.offsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.RunningReplayer;
import dev.kafkaorders.replayer.control.GroupControl;
import dev.kafkaorders.replayer.stage.Cluster;
import dev.kafkaorders.replayer.stage.PaymentConsumers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A group that runs in two processes is stopped by `consumer-control`, reset and called back.
@Tag("processes")
class LiveResetIntegrationTests {

    private static final int MEMBERS = 6;

    private final JsonMapper json = new JsonMapper();
    private final Cluster cluster = new Cluster();
    private PaymentConsumers consumers;
    private RunningReplayer replayer;

    @BeforeEach
    void start(@TempDir Path logs) {
        consumers = new PaymentConsumers(logs);
        replayer =
                new RunningReplayer(
                        cluster.bootstrapServers(),
                        "replayer.control.deadline=20s",
                        "replayer.control.patience=15s",
                        "replayer.lag.interval=500ms");
        consumers.start();
        consumers.start();
        awaitMembers(MEMBERS);
    }

    @AfterEach
    void close() {
        consumers.close();
        cluster.awaitEmpty(Topics.PAYMENT_CONSUMER);
        replayer.close();
        cluster.close();
    }

    @Test
    void aRunningGroupIsRewoundAndNobodyIsChargedTwice() {
        consumers.place(300);
        awaitCaughtUp(300);
        assertThat(consumers.charges()).isEqualTo(300);

        var plan = plan("{'durationAgo':'PT5M'}", true);
        assertThat(plan.path("members").size()).isEqualTo(MEMBERS);
        assertThat(plan.path("redelivered").asInt()).isGreaterThanOrEqualTo(300);
        var during = consumers.place(50);
        assertThat(during).hasSize(50);
        var executed = execute(plan);
        assertThat(executed.statusCode()).as(executed.body()).isEqualTo(200);

        awaitMembers(MEMBERS);
        awaitCaughtUp(350);
        assertThat(consumers.number("select count(*) from inbox where deliveries > 1"))
                .isGreaterThanOrEqualTo(300);
        assertThat(consumers.charges()).isEqualTo(350);
    }

    @Test
    void aResetOfARunningGroupIsUndoneWhileItRuns() {
        consumers.place(60);
        awaitCaughtUp(60);
        var plan = plan("{'earliest':true}", true);
        assertThat(execute(plan).statusCode()).isEqualTo(200);
        awaitMembers(MEMBERS);
        awaitCaughtUp(60);
        var redelivered = consumers.number("select sum(deliveries) from inbox");
        assertThat(redelivered).isGreaterThanOrEqualTo(120);

        var undone = replayer.post("/offset-resets/" + plan.path("id").asString() + "/undo", "");
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        awaitMembers(MEMBERS);
        awaitCaughtUp(60);
        assertThat(consumers.number("select sum(deliveries) from inbox")).isEqualTo(redelivered);
        assertThat(consumers.charges()).isEqualTo(60);
    }

    @Test
    void paymentsThatARestoreHasLostComeBack() {
        consumers.place(100);
        awaitCaughtUp(100);
        var restoredTo = Instant.now();
        consumers.place(100);
        awaitCaughtUp(200);
        // What an older copy of the tables would lack.
        consumers.execute(
                "delete from payment where order_id in"
                        + " (select order_id from inbox where processed_at > '"
                        + restoredTo
                        + "')");
        consumers.execute("delete from inbox where processed_at > '" + restoredTo + "'");
        assertThat(consumers.number("select count(*) from payment")).isEqualTo(100);

        assertThat(execute(plan("{'timestamp':'" + restoredTo + "'}", true)).statusCode())
                .isEqualTo(200);
        awaitCaughtUp(200);
        assertThat(consumers.number("select count(*) from payment where status = 'CAPTURED'"))
                .isEqualTo(200);
    }

    @Test
    void aGroupComesBackByItselfWhenTheReplayerDies() {
        assertThat(replayer.bean(GroupControl.class).stop(Topics.PAYMENT_CONSUMER, "operator"))
                .isTrue();
        assertThat(group().path("state").asString()).isEqualTo("Empty");
        replayer.close();
        replayer = new RunningReplayer(cluster.bootstrapServers());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> group().path("members").size() == MEMBERS);
    }

    @Test
    void withoutLeaveToStopItARunningGroupIsLeftAlone() {
        consumers.place(10);
        awaitCaughtUp(10);
        var answer = execute(plan("{'earliest':true}", false));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("group-active", "stopGroup");
        assertThat(consumers.number("select count(*) from inbox where deliveries > 1")).isZero();
    }

    @Test
    void theLagIsMeasuredAlsoWhenTheConsumersAreDead() {
        consumers.place(100);
        awaitCaughtUp(100);
        awaitMetric(
                "kafka_group_lag{group=\"payment-consumer\",partition=\"0\",topic=\"orders\"} 0");
        consumers.close();
        consumers.place(600);
        await().atMost(Duration.ofSeconds(30)).until(() -> group().path("lag").asInt() >= 600);
        await().until(() ->
                replayer.get("/actuator/prometheus")
                                .body()
                                .lines()
                                .filter(line ->
                                        line.startsWith(
                                                "kafka_group_lag{group=\"payment-consumer\""))
                                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                                .sum()
                        >= 600);
    }

    private void awaitMetric(String line) {
        await().until(() -> replayer.get("/actuator/prometheus").body().contains(line));
    }

    private JsonNode plan(String to, boolean stopGroup) {
        var request =
                "{'group':'payment-consumer','to':%s,'topics':['orders'],'stopGroup':%s}"
                        .formatted(to, stopGroup)
                        .replace('\'', '"');
        var answer = replayer.post("/offset-resets", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> execute(JsonNode plan) {
        var path = "/offset-resets/" + plan.path("id").asString() + "/execution";
        return replayer.post(path, "");
    }

    private JsonNode group() {
        return json.readTree(replayer.get("/consumer-groups/payment-consumer").body());
    }

    private void awaitMembers(int members) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        group().path("members").size() == members
                                && group().path("state").asString().equals("Stable"));
    }

    /// Every partition of every topic of the group has a lag, and it is 0.
    private void awaitCaughtUp(int orders) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        consumers.number("select count(*) from payment") == orders
                                && group().path("partitions")
                                        .valueStream()
                                        .allMatch(it -> it.path("lag").asInt(-1) == 0));
    }
}

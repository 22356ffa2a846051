package dev.kafkaorders.orders.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.Concurrently;
import dev.kafkaorders.orders.OrdersLog;
import dev.kafkaorders.teststack.TestStack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SharedTransactionsIntegrationTests {

    private static final byte[] TOO_LARGE = new byte[2 * 1024 * 1024];

    @BeforeAll
    static void emptyKafka() {
        TestStack.get().reset();
    }

    @Test
    void callersThatComeTogetherShareTransactions() throws InterruptedException {
        try (var core = Core.started("sharing")) {
            Concurrently.run(
                    64,
                    caller -> {
                        for (int i = 0; i < 10; i++) {
                            assertCommitted(core.publish("sharing-" + caller + "-" + i));
                        }
                    });
            assertThat(core.transactions("committed")).isPositive().isLessThan(640 / 4);
            assertThat(seen("sharing-")).hasSize(640);
        }
    }

    @Test
    void saysCommittedOnlyAfterTheCommit() throws InterruptedException {
        var reached = new CountDownLatch(1);
        var allowed = new CountDownLatch(1);
        var held =
                BeforeCommits.run(() -> {
                    reached.countDown();
                    await().until(() -> allowed.getCount() == 0);
                });
        try (var core = Core.started("held", held)) {
            var publication = core.publish("held-1");
            reached.await();
            assertThat(publication).isNotDone();
            allowed.countDown();
            assertCommitted(publication);
            assertThat(seen("held-")).hasSize(1);
        }
    }

    @Test
    void writesAllRecordsOfARequestOrNone() {
        try (var core = Core.started("torn")) {
            var request = List.of(record("torn-1"), record("torn-2"), record(TOO_LARGE));
            assertThat(core.publish(request).join()).isInstanceOf(Publication.Aborted.class);
            assertCommitted(core.publish("after-torn"));
            assertThat(seen("torn-")).isEmpty();
        }
    }

    @Test
    void aPoisonousRequestFailsAlone() {
        try (var core = Core.of("poison")) {
            var before = publishMany(core, "poison-before-", 5);
            var poison = core.publish(List.of(record(TOO_LARGE)));
            var after = publishMany(core, "poison-after-", 5);
            core.start();
            assertThat(poison.join()).isInstanceOf(Publication.Aborted.class);
            before.forEach(SharedTransactionsIntegrationTests::assertCommitted);
            after.forEach(SharedTransactionsIntegrationTests::assertCommitted);
            assertThat(seen("poison-")).hasSize(10);
        }
    }

    @Test
    void replacesAFencedProducerAndCarriesOn() {
        try (var core = Core.started("fenced")) {
            assertCommitted(core.publish("fenced-1"));
            core.fence();
            publishMany(core, "fenced-2-", 10)
                    .forEach(SharedTransactionsIntegrationTests::assertCommitted);
            assertThat(core.replacements()).isPositive();
            assertThat(seen("fenced-")).hasSize(11);
        }
    }

    @Test
    void saysWhatToDoWhenInstancesFenceEachOther() {
        var logger = (Logger) LoggerFactory.getLogger(LaneProducer.class);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        logger.addAppender(logged);
        try (var core = Core.started("twins")) {
            for (int i = 0; i < 2; i++) {
                assertCommitted(core.publish("twins-" + i));
                core.fence();
            }
            assertCommitted(core.publish("twins-2"));
        } finally {
            logger.detachAppender(logged);
        }
        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getKeyValuePairs())
                                .anyMatch(pair -> pair.toString().contains("instance-id")));
    }

    @Test
    void aProducerThatNeverComesBackHoldsReadersUpNoLongerThanItsTimeout() {
        var timeout = Duration.ofSeconds(4);
        Core.abandonTransaction("dead", timeout, record("dead-1"));
        try (var core = Core.started("alive")) {
            assertCommitted(core.publish(List.of(record("alive-1"))));
            assertThat(seenBeforeWhatIsOpen("alive-")).isEmpty();
            // The coordinator looks for timed out transactions every ten seconds.
            await().atMost(timeout.plusSeconds(11))
                    .untilAsserted(() -> assertThat(seenBeforeWhatIsOpen("alive-")).hasSize(1));
            assertThat(seen("dead-")).isEmpty();
        }
    }

    @Test
    void aRestartEndsTheTransactionThatItsZombieLeftOpen() {
        Core.abandonTransaction("restarted", Duration.ofSeconds(10), record("zombie-1"));
        try (var core = Core.started("restarted")) {
            assertCommitted(core.publish("restarted-1"));
            assertThat(seen("restarted-")).hasSize(1);
            assertThat(seen("zombie-")).isEmpty();
        }
    }

    @Test
    void asksAgainWhenTheAnswerToTheCommitIsLate() {
        try (var core = Core.started("late", late(1))) {
            assertCommitted(core.publish("late-1"));
            assertThat(core.replacements()).isZero();
        }
    }

    @Test
    void saysThatItDoesNotKnowWhenTheAnswerToTheCommitIsLost() {
        try (var core = Core.started("lost", late(Integer.MAX_VALUE))) {
            var publication = core.publish("lost-1").join();
            assertThat(publication).isInstanceOf(Publication.OutcomeUnknown.class);
            assertThat(core.replacements()).isPositive();
        }
    }

    @Test
    void refusesWhatDoesNotFitIntoTheQueue() {
        try (var core = Core.of("full", 2)) {
            var waiting = publishMany(core, "full-", 2);
            var refused = core.publish("full-refused");
            assertThat(refused.join()).isInstanceOf(Publication.QueueFull.class);
            core.start();
            waiting.forEach(SharedTransactionsIntegrationTests::assertCommitted);
        }
    }

    @Test
    void stoppingEndsWhatWaitsAndRefusesWhatComes() {
        var core = Core.of("stopping");
        var waiting = publishMany(core, "stopping-", 50);
        core.start();
        core.close();
        assertThat(waiting).allMatch(CompletableFuture::isDone);
        waiting.forEach(SharedTransactionsIntegrationTests::assertCommitted);
        assertThat(core.publish("too-late").join()).isInstanceOf(Publication.QueueFull.class);
    }

    @Test
    void givesUpInAnOutageAndWritesNothing() {
        try (var core = Core.withoutKafka("outage")) {
            var publication = core.publish("outage-1").join();
            assertThat(publication).isInstanceOf(Publication.Aborted.class);
        }
    }

    private static List<CompletableFuture<Publication>> publishMany(
            Core core, String prefix, int times) {
        return IntStream.range(0, times).mapToObj(i -> core.publish(prefix + i)).toList();
    }

    private static void assertCommitted(CompletableFuture<Publication> publication) {
        assertThat(publication.join()).isInstanceOf(Publication.Committed.class);
    }

    /// The first commits time out, as when Kafka's answer is late or lost.
    private static UnaryOperator<Producer<byte[], byte[]>> late(int commits) {
        var left = new AtomicInteger(commits);
        return BeforeCommits.run(() -> {
            if (left.getAndDecrement() > 0) {
                throw new TimeoutException("no answer");
            }
        });
    }

    private static List<String> seen(String prefix) {
        return startingWith(prefix, OrdersLog.records(Topics.ORDERS));
    }

    private static List<String> seenBeforeWhatIsOpen(String prefix) {
        return startingWith(prefix, OrdersLog.stable(Topics.ORDERS));
    }

    private static List<String> startingWith(
            String prefix, List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> new String(record.value(), UTF_8))
                .filter(value -> value.startsWith(prefix))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> record(String value) {
        return record(value.getBytes(UTF_8));
    }

    private static ProducerRecord<byte[], byte[]> record(byte[] value) {
        return new ProducerRecord<>(Topics.ORDERS, 0, null, value);
    }
}

package dev.kafkaorders.orders.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// What is answered when the time is up.
class SharedTransactionsTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration MAX_WAIT = Duration.ofMillis(100);
    private static final Duration PATIENCE = MAX_WAIT.plus(TIMEOUT.multipliedBy(2));

    @Test
    void whatNoLaneHasTakenIsCertainlyNotWritten() {
        assertThat(transactions(producer()).publish(request()))
                .succeedsWithin(PATIENCE.multipliedBy(2))
                .isInstanceOf(Publication.Aborted.class);
    }

    @Test
    void whatIsBeingWrittenIsAnsweredWhenItsTransactionHasEnded() {
        var reached = new CountDownLatch(1);
        var allowed = new CountDownLatch(1);
        var held =
                BeforeCommits.run(() -> {
                    reached.countDown();
                    await().atMost(PATIENCE.multipliedBy(4)).until(() -> allowed.getCount() == 0);
                });
        var transactions = transactions(held.apply(producer()));
        transactions.start();
        var publication = transactions.publish(request());
        await().until(() -> reached.getCount() == 0);
        await().during(PATIENCE)
                .atMost(PATIENCE.multipliedBy(2))
                .until(() -> !publication.isDone());
        allowed.countDown();
        assertThat(publication).succeedsWithin(PATIENCE).isEqualTo(new Publication.Committed());
        transactions.stop();
    }

    private static SharedTransactions transactions(Producer<byte[], byte[]> producer) {
        var settings =
                new PublishingSettings(
                        "test",
                        1,
                        10,
                        DataSize.ofMegabytes(1),
                        10,
                        10,
                        Duration.ZERO,
                        Duration.ZERO,
                        MAX_WAIT,
                        TIMEOUT);
        return new SharedTransactions(settings, _ -> producer, new SimpleMeterRegistry());
    }

    private static Producer<byte[], byte[]> producer() {
        var serializer = new ByteArraySerializer();
        return new MockProducer<>(true, null, serializer, serializer);
    }

    private static List<ProducerRecord<byte[], byte[]>> request() {
        return List.of(new ProducerRecord<>("orders", new byte[100]));
    }
}

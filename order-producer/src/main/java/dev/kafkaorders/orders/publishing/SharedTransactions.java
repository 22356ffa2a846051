package dev.kafkaorders.orders.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Writes the records of each request all or none, and says which, after the commit.
///
/// Not a queue to forget records in: nothing is kept beyond the process, the caller waits for the
/// answer. Requests that come at the same time share a transaction, since a transaction costs what
/// it costs, with one record or with a thousand. They share no failure: a request that Kafka
/// refuses is refused alone.
///
/// Stopping refuses new requests, ends the waiting ones, then closes the producers.
public final class SharedTransactions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SharedTransactions.class);

    /// For those whose turn doesn't come, and for the case that all lanes have died. One for all:
    /// to make an exception costs a tenth of what it takes to answer a request.
    private static final Publication GIVEN_UP =
            new Publication.Aborted(new TimeoutException("no lane had time"));

    private static final Publication UNANSWERED =
            new Publication.OutcomeUnknown(new TimeoutException("no lane answered"));

    private final PublishingSettings settings;
    private final WaitingRoom waitingRoom;
    private final List<LaneProducer> producers;
    private final List<Thread> lanes;
    private volatile boolean running;

    /// Its lanes are idle until it is started.
    ///
    /// @param producers makes a producer with that `transactional.id`
    public SharedTransactions(
            PublishingSettings settings,
            Function<String, Producer<byte[], byte[]>> producers,
            MeterRegistry registry) {
        var metrics = new PublishingMetrics(registry);
        this.settings = settings;
        this.waitingRoom = new WaitingRoom(settings);
        this.producers =
                IntStream.range(0, settings.lanes())
                        .mapToObj(settings::transactionalId)
                        .map(id -> new LaneProducer(id, () -> producers.apply(id), metrics))
                        .toList();
        this.lanes = this.producers.stream().map(producer -> thread(producer, metrics)).toList();
        metrics.measure(waitingRoom);
    }

    /// The future always completes, and only normally.
    public CompletableFuture<Publication> publish(List<ProducerRecord<byte[], byte[]>> records) {
        var submission = new Submission(records);
        if (!waitingRoom.enter(submission)) {
            submission.ended(new Publication.QueueFull());
        }
        return answer(submission);
    }

    /// What is being written at the time-out is waited for: a transaction ends.
    private CompletableFuture<Publication> answer(Submission submission) {
        return submission
                .publication()
                .copy()
                .orTimeout(patience().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(_ -> {
                    submission.giveUp(GIVEN_UP);
                    if (livingLanes() == 0) {
                        submission.ended(UNANSWERED);
                    }
                    return answer(submission);
                });
    }

    /// Whether a request would be refused now.
    public boolean isFull() {
        return waitingRoom.isFull();
    }

    @Override
    public void start() {
        lanes.forEach(Thread::start);
        running = true;
    }

    @Override
    public void stop() {
        waitingRoom.close();
        var deadline = System.nanoTime() + patience().toNanos();
        try {
            for (var lane : lanes) {
                if (!lane.join(Duration.ofNanos(deadline - System.nanoTime()))) {
                    log.atError().addKeyValue("lane", lane.getName()).log("Lane doesn't end");
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Starts before the web server, and stops after it has answered its last request.
    @Override
    public int getPhase() {
        return 0;
    }

    int livingLanes() {
        return (int) lanes.stream().filter(Thread::isAlive).count();
    }

    int readyProducers() {
        return (int) producers.stream().filter(LaneProducer::isReady).count();
    }

    int waiting() {
        return waitingRoom.size();
    }

    /// Who waits gets a transaction or is sent away, and a transaction ends.
    private Duration patience() {
        return settings.maxWait().plus(settings.transactionTimeout().multipliedBy(2));
    }

    private Thread thread(LaneProducer producer, PublishingMetrics metrics) {
        var lane = new Lane(waitingRoom, producer, settings, metrics);
        return Thread.ofPlatform().name("publishing-" + producer.transactionalId()).unstarted(lane);
    }
}

package dev.kafkaorders.orders.log;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/// A thread that reads topics to their ends, and then follows them.
///
/// Only committed records are read, in the order of the log. So once a record was read, all that
/// came before it in its partition is decided. After an error it goes on where it was, with another
/// consumer.
public abstract class LogFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogFollower.class);

    private static final Duration POLL = Duration.ofMillis(200);

    /// Each broker has something new after each transaction, and a fetch costs it much the same for
    /// one record as for hundreds.
    private static final Duration REST = Duration.ofMillis(30);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CONTACT_INTERVAL = Duration.ofSeconds(3);
    private static final Duration TOO_LONG = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);
    private static final int POLL_RECORDS = 2_000;

    private final String name;
    private final List<String> topics;
    private final LogClients clients;
    private final ReadProgress progress = new ReadProgress();
    private @Nullable Thread thread;
    private volatile boolean caughtUp;
    private volatile long lastContact = System.nanoTime();
    private volatile boolean running;

    /// Reads nothing until it is started.
    ///
    /// @param name of the thread and the client
    protected LogFollower(String name, List<String> topics, LogClients clients) {
        this.name = name;
        this.topics = List.copyOf(topics);
        this.clients = clients;
    }

    /// To be done whenever reading begins.
    protected void prepare() throws InterruptedException {}

    /// Where to go on in a partition; 0 for its beginning.
    protected abstract long nextOffset(TopicPartition partition);

    /// What was read. When it throws, the same is read again.
    protected abstract void learn(ConsumerRecords<byte[], byte[]> records);

    /// Every few seconds, when Kafka has just told the ends.
    protected abstract void housekeeping(Map<TopicPartition, Long> ends);

    public ReadProgress progress() {
        return progress;
    }

    /// Whether everything was read that was there when reading began.
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /// Whether it has caught up, and Kafka answers.
    public boolean isFollowing() {
        return caughtUp && sinceLastContact().compareTo(TOO_LONG) < 0;
    }

    public Duration sinceLastContact() {
        return Duration.ofNanos(System.nanoTime() - lastContact);
    }

    /// Tells, without its payload, about a record that can't be read, and is passed over.
    protected static void skipped(ConsumerRecord<byte[], byte[]> record, RuntimeException reason) {
        log.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("exception", reason.getClass().getName())
                .log("Record can't be read and is skipped");
    }

    private void run() {
        try {
            while (running) {
                try (var consumer = clients.consumer(name, POLL_RECORDS)) {
                    follow(consumer);
                } catch (RuntimeException e) {
                    log.atLevel(e instanceof KafkaException ? Level.WARN : Level.ERROR)
                            .addKeyValue("reader", name)
                            .setCause(e)
                            .log("Reading failed and begins again");
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException _) {
            log.atDebug().addKeyValue("reader", name).log("Reading ends");
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        var partitions = assign(consumer);
        var startedAt = System.nanoTime();
        var lastLine = startedAt;
        while (running) {
            learn(consumer.poll(POLL));
            partitions.forEach(
                    partition -> progress.reached(partition, consumer.position(partition)));
            if (!caughtUp && progress.remaining() == 0) {
                caughtUp = true;
                tellEnd(startedAt);
            } else if (!caughtUp && System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
                lastLine = System.nanoTime();
                tellProgress();
            }
            // A poll says nothing about whether Kafka is there; a question that is answered does.
            if (sinceLastContact().compareTo(CONTACT_INTERVAL) > 0) {
                housekeeping(consumer.endOffsets(partitions, CONTACT_INTERVAL));
                lastContact = System.nanoTime();
            }
            if (caughtUp) {
                progress.awaitDemand(REST);
            }
        }
    }

    private List<TopicPartition> assign(Consumer<byte[], byte[]> consumer)
            throws InterruptedException {
        var partitions =
                topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topics);
        }
        prepare();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        for (var partition : partitions) {
            var next = nextOffset(partition);
            if (next > 0) {
                consumer.seek(partition, next);
            }
        }
        var from = partitions.stream().collect(toMap(it -> it, consumer::position));
        progress.begins(from, clients.ends(partitions));
        return partitions;
    }

    private void tellProgress() {
        var remaining = progress.remaining();
        log.atInfo()
                .addKeyValue("read", progress.total() - remaining)
                .addKeyValue("reader", name)
                .addKeyValue("remaining", remaining)
                .log("Catching up");
    }

    private void tellEnd(long startedAt) {
        log.atInfo()
                .addKeyValue("read", progress.total())
                .addKeyValue("reader", name)
                .addKeyValue(
                        "seconds", Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1e3)
                .log("Caught up");
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /// Returns when nothing is learnt any more.
    @Override
    public void stop() {
        running = false;
        try {
            if (thread != null) {
                thread.join(CONTACT_INTERVAL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Reads from before the web server starts until after it has stopped.
    @Override
    public int getPhase() {
        return 0;
    }
}

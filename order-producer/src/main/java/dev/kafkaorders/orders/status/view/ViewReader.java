package dev.kafkaorders.orders.status.view;

import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.StatusJson;
import dev.kafkaorders.orders.status.Tally;
import dev.kafkaorders.orders.status.TallyKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// A thread that reads `order-status` into the store, from where the store is, and
/// `order-statistics` into memory; and then follows them. After an error it goes on where the store
/// is, with another consumer.
final class ViewReader implements Runnable, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ViewReader.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CONTACT_INTERVAL = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);
    private static final int POLL_RECORDS = 2_000;

    private final StatusClients clients;
    private final OrderStore store;
    private final Statistics statistics;
    private final Watchers watchers;
    private final Clock clock;
    private final StatusJson json = new StatusJson();
    private final ReadProgress progress = new ReadProgress();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("order-status-view").unstarted(this);
    private volatile boolean caughtUp;
    private volatile long lastContact = System.nanoTime();
    private volatile long lag;
    private volatile boolean running;
    private long lastLine;

    ViewReader(
            StatusClients clients,
            OrderStore store,
            Statistics statistics,
            Watchers watchers,
            Clock clock) {
        this.clients = clients;
        this.store = store;
        this.statistics = statistics;
        this.watchers = watchers;
        this.clock = clock;
    }

    ReadProgress progress() {
        return progress;
    }

    /// Whether everything was read that was in the topics when reading began.
    boolean isCaughtUp() {
        return caughtUp;
    }

    /// Records that were committed and not read yet, some seconds ago.
    long lag() {
        return lag;
    }

    Duration sinceLastContact() {
        return Duration.ofNanos(System.nanoTime() - lastContact);
    }

    @Override
    public void run() {
        try {
            while (running) {
                try (var consumer = clients.consumer("order-status-view", POLL_RECORDS)) {
                    read(consumer);
                } catch (KafkaException | StoreException e) {
                    log.atWarn().setCause(e).log("Reading the status view failed");
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException _) {
            log.atDebug().log("Reading the status view ends");
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        if (store.holdOnly(clients.topicId(Topics.ORDER_STATUS))) {
            log.atWarn()
                    .addKeyValue("topic", Topics.ORDER_STATUS)
                    .log("The view was another topic's and is rebuilt");
        }
        var partitions = assign(consumer);
        var startedAt = System.nanoTime();
        while (running) {
            var records = consumer.poll(POLL);
            keep(records, consumer);
            partitions.forEach(
                    partition -> progress.reached(partition, consumer.position(partition)));
            if (!caughtUp) {
                tellProgress(startedAt);
            }
            if (sinceLastContact().compareTo(CONTACT_INTERVAL) > 0) {
                housekeeping(consumer, partitions);
            }
        }
    }

    private List<TopicPartition> assign(Consumer<byte[], byte[]> consumer)
            throws InterruptedException {
        var partitions =
                Stream.of(Topics.ORDER_STATUS, Topics.ORDER_STATISTICS)
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        for (var partition : partitions) {
            var next = isStatus(partition) ? store.nextOffset(partition.partition()) : 0;
            if (next > 0) {
                consumer.seek(partition, next);
            }
        }
        var from = partitions.stream().collect(toMap(it -> it, consumer::position));
        progress.begins(from, clients.ends(partitions));
        return partitions;
    }

    private void keep(ConsumerRecords<byte[], byte[]> records, Consumer<byte[], byte[]> consumer) {
        if (records.isEmpty()) {
            return;
        }
        var changed = new ArrayList<UUID>();
        try (var batch = store.batch()) {
            for (var record : records) {
                learn(record, batch, changed);
            }
            records.partitions().stream()
                    .filter(ViewReader::isStatus)
                    .forEach(partition ->
                            batch.reached(partition.partition(), consumer.position(partition)));
            store.write(batch);
        }
        changed.forEach(watchers::changed);
    }

    private void learn(
            ConsumerRecord<byte[], byte[]> record, OrderBatch batch, List<UUID> changed) {
        try {
            if (record.topic().equals(Topics.ORDER_STATISTICS)) {
                statistics.learn(
                        TallyKey.parse(record.key()), json.read(record.value(), Tally.class));
            } else {
                var document = json.read(record.value(), OrderDocument.class);
                batch.put(document, record.value());
                changed.add(document.orderId());
            }
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("exception", e.getClass().getName())
                    .log("Not a record of the status view, skipped");
        }
    }

    private void tellProgress(long startedAt) {
        var remaining = progress.remaining();
        var seconds = Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1e3;
        if (remaining == 0) {
            caughtUp = true;
            log.atInfo()
                    .addKeyValue("read", progress.total())
                    .addKeyValue("seconds", seconds)
                    .log("Status view has caught up");
        } else if (System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
            lastLine = System.nanoTime();
            log.atInfo()
                    .addKeyValue("read", progress.total() - remaining)
                    .addKeyValue("remaining", remaining)
                    .log("Status view is being read");
        }
    }

    /// A poll says nothing about whether Kafka is there; a question that is answered does.
    private void housekeeping(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        statistics.forgetBefore(clock.instant());
        lag = progress.lag(consumer.endOffsets(partitions, CONTACT_INTERVAL));
        lastContact = System.nanoTime();
    }

    private static boolean isStatus(TopicPartition partition) {
        return partition.topic().equals(Topics.ORDER_STATUS);
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    /// Returns when nothing is written any more, so that the store may be closed.
    @Override
    public void stop() {
        running = false;
        try {
            thread.join(CONTACT_INTERVAL);
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

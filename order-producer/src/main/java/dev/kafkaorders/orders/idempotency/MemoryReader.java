package dev.kafkaorders.orders.idempotency;

import dev.kafkaorders.events.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// A thread that reads the whole log into the memory and then follows it.
///
/// Only committed entries are read, in the order of the log. So once a record was read, all that
/// came before it is decided. After an error it goes on where it was, with another consumer.
final class MemoryReader implements Runnable, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MemoryReader.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CONTACT_INTERVAL = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LogClients clients;
    private final Memory memory;
    private final Clock clock;
    private final ReadProgress progress = new ReadProgress();
    private final IdempotencyLog idempotencyLog = new IdempotencyLog();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("idempotency-memory").unstarted(this);
    private volatile int partitions;
    private volatile boolean caughtUp;
    private volatile long lastContact = System.nanoTime();
    private volatile boolean running;

    MemoryReader(LogClients clients, Memory memory, Clock clock) {
        this.clients = clients;
        this.memory = memory;
        this.clock = clock;
    }

    /// 0 until they are known.
    int partitions() {
        return partitions;
    }

    ReadProgress progress() {
        return progress;
    }

    /// Whether everything was read that was in the log when reading began.
    boolean isCaughtUp() {
        return caughtUp;
    }

    Duration sinceLastContact() {
        return Duration.ofNanos(System.nanoTime() - lastContact);
    }

    @Override
    public void run() {
        try {
            while (running) {
                try (var consumer = clients.consumer()) {
                    read(consumer);
                } catch (KafkaException e) {
                    log.atWarn()
                            .addKeyValue("topic", Topics.IDEMPOTENCY)
                            .setCause(e)
                            .log("Reading the idempotency memory failed");
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException _) {
            log.atDebug().log("Reading the idempotency memory ends");
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        var assigned =
                consumer.partitionsFor(Topics.IDEMPOTENCY).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        if (assigned.isEmpty()) {
            throw new KafkaException("there is no topic " + Topics.IDEMPOTENCY);
        }
        consumer.assign(assigned);
        consumer.seekToBeginning(assigned);
        assigned.forEach(partition -> resume(consumer, partition));
        partitions = assigned.size();
        var ends = clients.ends(assigned);
        while (running) {
            consumer.poll(POLL).forEach(this::learn);
            assigned.forEach(partition ->
                    progress.reached(partition.partition(), consumer.position(partition)));
            caughtUp = caughtUp || hasReached(ends);
            if (sinceLastContact().compareTo(CONTACT_INTERVAL) > 0) {
                housekeeping(consumer, assigned);
            }
        }
    }

    private void resume(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        var next = progress.nextOffset(partition.partition());
        if (next > 0) {
            consumer.seek(partition, next);
        }
    }

    private void learn(ConsumerRecord<byte[], byte[]> record) {
        try {
            idempotencyLog.readInto(memory, record);
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(e)
                    .log("Not an entry of the idempotency memory, skipped");
        }
    }

    private boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> progress.nextOffset(end.getKey().partition()) >= end.getValue());
    }

    /// A poll says nothing about whether Kafka is there; a question that is answered does.
    private void housekeeping(Consumer<byte[], byte[]> consumer, List<TopicPartition> assigned) {
        memory.forgetExpired(clock.instant());
        consumer.endOffsets(assigned, CONTACT_INTERVAL);
        lastContact = System.nanoTime();
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
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

package dev.kafkaorders.replayer.offsets;

import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Reads the log of resets from its beginning and then follows it, without a group. After an error
/// it begins anew.
@Component
class ResetLogReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ResetLogReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaProperties properties;
    private final ResetLog resets;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("offset-resets").unstarted(this::run);
    private volatile boolean running;

    ResetLogReader(KafkaProperties properties, ResetLog resets) {
        this.properties = properties;
        this.resets = resets;
    }

    private void run() {
        try {
            while (running) {
                try (var consumer = consumer()) {
                    read(consumer);
                } catch (InterruptException e) {
                    log.atDebug().setCause(e).log("Interrupted while reading resets");
                    return;
                } catch (KafkaException e) {
                    log.atWarn()
                            .addKeyValue("topic", Topics.OFFSET_RESETS)
                            .setCause(e)
                            .log("Resets can't be read and will be read again");
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException _) {
            log.atDebug().log("Reading resets ends");
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        var partitions =
                consumer.partitionsFor(Topics.OFFSET_RESETS).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + Topics.OFFSET_RESETS + ": create it");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (running) {
            consumer.poll(POLL).forEach(resets::read);
            partitions.forEach(
                    it -> resets.progress().reached(it.partition(), consumer.position(it)));
            if (ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                resets.progress().started();
            }
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> configuration = properties.buildConsumerProperties();
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "offset-resets");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        var deserializer = new ByteArrayDeserializer();
        return new KafkaConsumer<>(configuration, deserializer, deserializer);
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        try {
            // Interrupted while it polls, the consumer would not close in order.
            if (!thread.join(PAUSE)) {
                thread.interrupt();
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

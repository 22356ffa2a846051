package dev.kafkaorders.replayer.cluster;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a topic to a [Tail], in a thread of its own. After an error it begins anew.
final class TailReader {

    private static final Logger log = LoggerFactory.getLogger(TailReader.class);

    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Tail tail;
    private final Thread thread;
    private volatile boolean running;

    TailReader(Tail tail) {
        this.tail = tail;
        this.thread = Thread.ofPlatform().daemon().name(tail.name()).unstarted(this::run);
    }

    private void run() {
        try {
            while (running) {
                try (var consumer = tail.open()) {
                    follow(consumer);
                } catch (InterruptException e) {
                    log.atDebug().setCause(e).log("Interrupted while reading");
                    return;
                } catch (KafkaException e) {
                    log.atWarn()
                            .addKeyValue("reader", tail.name())
                            .setCause(e)
                            .log("A topic can't be read, begins again");
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException _) {
            log.atDebug().addKeyValue("reader", tail.name()).log("Reading ends");
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        consumer.seekToBeginning(consumer.assignment());
        tail.begins(consumer);
        while (running) {
            consumer.poll(A_MOMENT).forEach(tail::read);
            tail.reached(consumer);
        }
    }

    void start() {
        running = true;
        thread.start();
    }

    /// It comes to an end by itself then, as soon as its brokers have answered.
    void end() {
        running = false;
    }

    void awaitEnd() {
        try {
            // Interrupted while it polls, the consumer would not close in order.
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
                thread.join(PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

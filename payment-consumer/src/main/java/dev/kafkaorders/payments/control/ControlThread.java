package dev.kafkaorders.payments.control;

import dev.kafkaorders.events.Topics;
import java.time.Duration;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.stereotype.Component;

/// The thread that starts the consumers, stops them as operators want it, and starts them again
/// when the operator says so or the stop is over. The containers don't start by themselves: a
/// service that comes up while its group is stopped waits.
///
/// While Kafka can't be read, what was read last counts, and stops still end. A service that comes
/// up then starts its consumers: nobody can alter offsets either.
@Component
class ControlThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ControlThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ControlReader reader;
    private final Consumers consumers;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("consumer-control").unstarted(this::run);
    private volatile boolean running;

    ControlThread(ControlReader reader, Consumers consumers) {
        this.reader = reader;
        this.consumers = consumers;
    }

    private void run() {
        try {
            while (running) {
                try {
                    reader.read(() -> running, consumers::follow);
                } catch (InterruptException e) {
                    log.atDebug().setCause(e).log("Interrupted while reading operators' wishes");
                } catch (RuntimeException e) {
                    log.atWarn()
                            .addKeyValue("topic", Topics.CONSUMER_CONTROL)
                            .setCause(e)
                            .log("Operators' wishes can't be read and will be read again");
                    consumers.follow();
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException _) {
            log.atDebug().log("Operators' wishes are not followed any more");
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    /// Before the containers are stopped, or it would start them again.
    @Override
    public void stop() {
        running = false;
        try {
            // Interrupted while it polls, the consumer would not close in order.
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AbstractMessageListenerContainer.DEFAULT_PHASE + 1;
    }
}

package dev.kafkaorders.payments.control;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/// This instance's consumers, all of them started or all of them stopped.
@Component
class Consumers {

    private static final Logger log = LoggerFactory.getLogger(Consumers.class);

    private final List<ConcurrentMessageListenerContainer<?, ?>> containers;
    private final Wish wish;

    Consumers(List<ConcurrentMessageListenerContainer<?, ?>> containers, Wish wish) {
        this.containers = containers;
        this.wish = wish;
    }

    /// Makes them as they should be. A stop takes as long as the batches in work.
    void follow() throws InterruptedException {
        var stop = wish.stop();
        if (stop.isPresent()) {
            stop(stop.get());
        } else {
            start();
        }
    }

    private void stop(Wish.Stop stop) throws InterruptedException {
        var running =
                containers.stream().filter(ConcurrentMessageListenerContainer::isRunning).toList();
        if (running.isEmpty()) {
            return;
        }
        log.atInfo()
                .addKeyValue("by", stop.by())
                .addKeyValue("until", stop.until())
                .log("The consumers stop, as an operator wants it");
        var stopped = new CountDownLatch(running.size());
        running.forEach(container -> container.stop(stopped::countDown));
        if (!stopped.await(longestBatch().toMillis(), TimeUnit.MILLISECONDS)) {
            log.atWarn().log("Consumers are stopping still");
        }
    }

    private void start() {
        for (var container : containers) {
            if (!container.isRunning()) {
                try {
                    container.start();
                } catch (RuntimeException e) {
                    // It takes itself for running, with fewer threads than it should have, or none.
                    container.stop();
                    log.atWarn()
                            .addKeyValue("consumerGroup", container.getGroupId())
                            .setCause(e)
                            .log("Consumers do not start and will be started again");
                }
            }
        }
    }

    private Duration longestBatch() {
        return containers.stream()
                .map(one -> Duration.ofMillis(one.getContainerProperties().getShutdownTimeout()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}

package dev.kafkaorders.replayer.cluster;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Has all tails read from before the web server starts until after it has stopped.
@Component
class TailReaders implements SmartLifecycle {

    private final List<TailReader> readers;
    private volatile boolean running;

    TailReaders(List<Tail> tails) {
        this.readers = tails.stream().map(TailReader::new).toList();
    }

    @Override
    public void start() {
        running = true;
        readers.forEach(TailReader::start);
    }

    @Override
    public void stop() {
        // Each takes as long as a broker may keep it waiting for records: all at the same time.
        readers.forEach(TailReader::end);
        readers.forEach(TailReader::awaitEnd);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}

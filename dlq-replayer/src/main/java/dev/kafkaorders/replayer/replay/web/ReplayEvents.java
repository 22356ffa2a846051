package dev.kafkaorders.replayer.replay.web;

import dev.kafkaorders.replayer.replay.ReplayService;
import dev.kafkaorders.replayer.replay.Replays;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells how far a replay is, once a second and at its end, as server-sent events.
///
/// Whoever listens is sent away when the service stops, which would otherwise wait for him.
@Component
class ReplayEvents implements SmartLifecycle {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final long NO_TIMEOUT = 0;

    private final Replays replays;
    private final ReplayService service;
    private volatile boolean running;

    ReplayEvents(Replays replays, ReplayService service) {
        this.replays = replays;
        this.service = service;
    }

    SseEmitter of(UUID id) {
        var emitter = new SseEmitter(NO_TIMEOUT);
        Thread.ofVirtual().name("replay-events").start(() -> tell(id, emitter));
        return emitter;
    }

    private void tell(UUID id, SseEmitter emitter) {
        try {
            while (running && !tellOnce(id, emitter)) {
                Thread.sleep(INTERVAL);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException _) {
            // Whoever listened has gone.
        } catch (InterruptedException _) {
            emitter.complete();
        }
    }

    /// Whether there will be nothing more to tell.
    private boolean tellOnce(UUID id, SseEmitter emitter) throws IOException {
        var replay = replays.find(id);
        if (replay.isPresent()) {
            var view = ReplayView.of(replay.get(), service.speed(replay.get()));
            emitter.send(
                    SseEmitter.event().name("progress").data(view, MediaType.APPLICATION_JSON));
        }
        return replay.isEmpty() || replay.get().state().isEnded();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

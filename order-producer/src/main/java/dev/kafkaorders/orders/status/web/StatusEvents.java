package dev.kafkaorders.orders.status.web;

import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.view.StatusView;
import dev.kafkaorders.orders.status.view.Watch;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells whoever listens what an order's status is, and each time that it changes, as server-sent
/// events. Ends with the order's settlement; changes that follow fast on each other may be told as
/// one.
///
/// Whoever listens is sent away when the service stops, which would otherwise wait for him; and a
/// comment now and then finds out whether he is still there.
@Component
class StatusEvents implements SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long NO_TIMEOUT = 0;

    private final StatusView view;
    private volatile boolean running;

    StatusEvents(StatusView view) {
        this.view = view;
    }

    SseEmitter of(OrderDocument first) {
        var watch =
                view.watch(first.orderId())
                        .orElseThrow(() ->
                                StatusProblem.TOO_MANY_WATCHERS.because(
                                        "Ask for the order itself now and then."));
        var emitter = new SseEmitter(NO_TIMEOUT);
        Thread.ofVirtual().name("order-events").start(() -> tell(first, watch, emitter));
        return emitter;
    }

    private void tell(OrderDocument first, Watch watch, SseEmitter emitter) {
        try (watch) {
            send(first, emitter);
            var told = first;
            var silence = Duration.ZERO;
            while (running && !told.settled()) {
                silence = watch.awaitNews(LOOK) ? Duration.ZERO : silence.plus(LOOK);
                var now = view.known(first.orderId()).orElse(told);
                if (now.version() > told.version()) {
                    send(now, emitter);
                    told = now;
                } else if (silence.compareTo(HEARTBEAT) >= 0) {
                    emitter.send(SseEmitter.event().comment("still " + told.state()));
                    silence = Duration.ZERO;
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException _) {
            // Whoever listened has gone.
        } catch (InterruptedException _) {
            emitter.complete();
        } catch (RuntimeException e) {
            // The view's database failed. Whoever listens comes back, and is told so.
            emitter.completeWithError(e);
        }
    }

    private static void send(OrderDocument document, SseEmitter emitter) throws IOException {
        emitter.send(
                SseEmitter.event()
                        .id(String.valueOf(document.version()))
                        .name("status")
                        .data(document, MediaType.APPLICATION_JSON));
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

package dev.kafkaorders.localstack.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.process.Await;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Somebody who looks after dead letters, by dlq-replayer's API.
final class Operator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Door door = new Door();
    private final URI replayer;
    private final String authorization;

    Operator(RunningStack stack) {
        replayer = stack.service("dlq-replayer");
        var credentials = "operator:" + stack.operatorPassword();
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }

    /// The id of the latest dead letter of an order.
    Optional<String> deadLetterOf(UUID order) {
        var page = get("/dead-letters?key=" + order).expect(200).body();
        return page.path("deadLetters")
                .valueStream()
                .map(letter -> letter.path("id").asString())
                .findFirst();
    }

    /// What has become of a dead letter, such as `replayed`.
    String state(String deadLetter) {
        return get("/dead-letters/" + deadLetter).expect(200).text("state");
    }

    /// @param patch what is to be changed in the event's data, by a JSON Merge Patch (RFC 7396)
    void correct(String deadLetter, Map<String, ?> patch) {
        var corrections = replayer.resolve("/dead-letters/" + deadLetter + "/corrections");
        var headers = Map.of("Authorization", authorization, "Content-Type", MERGE_PATCH);
        var status = door.post(corrections, patch, headers).status();
        if (status / 100 != 2) {
            throw new BrokenPromise("HTTP " + status + " for a correction");
        }
    }

    /// Begins a replay.
    ///
    /// @param filter which dead letters
    /// @return where it tells how far it is
    String replay(Map<String, ?> filter, int perSecond) {
        var request =
                Map.of("selection", Map.of("filter", filter), "rate", perSecond, "dryRun", false);
        return post("/replays", request).expect(202).header("Location");
    }

    /// Sets payment-consumer's offsets in `orders`; stops it for that, and calls it back.
    ///
    /// @param to where to, as the API takes it
    /// @return what was done
    Answer rewind(Map<String, ?> to) {
        var request =
                Map.of(
                        "group",
                        Topics.PAYMENT_CONSUMER,
                        "to",
                        to,
                        "topics",
                        List.of(Topics.ORDERS),
                        "stopGroup",
                        true);
        var plan = post("/offset-resets", request).expect(201);
        return post(plan.header("Location") + "/execution", Map.of()).expect(200);
    }

    /// Returns when payment-consumer has read all there is, however much that may be.
    ///
    /// @throws BrokenPromise when it comes no nearer within a minute
    void awaitCaughtUp() {
        var behind = behind();
        while (behind > 0) {
            var before = behind;
            if (!Await.atMost(PATIENCE, () -> behind() < before)) {
                throw new BrokenPromise(
                        "payment-consumer comes no nearer within " + PATIENCE + ": " + before);
            }
            behind = behind();
        }
    }

    /// How many offsets it has to go. More than it can be where that isn't known.
    private long behind() {
        var group = get("/consumer-groups/" + Topics.PAYMENT_CONSUMER).expect(200).body();
        return group.path("partitions")
                .valueStream()
                .mapToLong(partition -> partition.path("lag").asLong(Integer.MAX_VALUE))
                .sum();
    }

    private Answer post(String path, Object body) {
        return door.post(replayer.resolve(path), body, Map.of("Authorization", authorization));
    }

    Answer get(String path) {
        return door.get(replayer.resolve(path), Map.of("Authorization", authorization));
    }

    @Override
    public void close() {
        door.close();
    }
}

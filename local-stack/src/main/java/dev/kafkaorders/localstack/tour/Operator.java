package dev.kafkaorders.localstack.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Somebody who looks after dead letters, by dlq-replayer's API.
final class Operator implements AutoCloseable {
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

    private Answer get(String path) {
        return door.get(replayer.resolve(path), Map.of("Authorization", authorization));
    }

    @Override
    public void close() {
        door.close();
    }
}

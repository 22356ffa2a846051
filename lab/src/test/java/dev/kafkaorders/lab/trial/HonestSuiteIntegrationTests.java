package dev.kafkaorders.lab.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.lab.audit.Auditor;
import dev.kafkaorders.lab.audit.Auditors;
import dev.kafkaorders.lab.audit.Verdict;
import dev.kafkaorders.lab.sabotage.Sabotage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the auditors say when nobody has sabotaged anything.
class HonestSuiteIntegrationTests {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path directory;

    @Test
    void keepsEveryPromiseInPeace() {
        try (var suite = Suite.start(PROJECT, directory, Map.of())) {
            suite.serve(200, () -> replayDeadLetters(suite));

            assertHold(suite.audit(Auditors.inPeace(), PATIENCE));
        }
    }

    @Test
    void keepsEveryPromiseWhateverItIsProvokedBy() {
        try (var suite = Suite.start(PROJECT, directory, Map.of())) {
            var provocation = new Provocation(suite);
            provocation.of(Sabotage.PARKING_IGNORED);
            provocation.of(Sabotage.OFFSETS_FIRST);
            provocation.of(Sabotage.READ_UNCOMMITTED);
            provocation.of(Sabotage.ANSWERED_EARLY);

            assertHold(suite.audit(Auditors.all(), PATIENCE));
        }
    }

    private static void assertHold(Map<Auditor, Verdict> verdicts) {
        verdicts.forEach((auditor, verdict) ->
                assertThat(verdict).as(auditor.promise()).isInstanceOf(Verdict.Holds.class));
    }

    private static void replayDeadLetters(Suite suite) {
        var operator = ("operator:" + suite.stack().operatorPassword()).getBytes(UTF_8);
        var request =
                HttpRequest.newBuilder(suite.stack().dlqReplayer().resolve("/replays"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(operator))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        """
                                        {"selection": {"all": true}, "dryRun": false}
                                        """))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isBetween(200, 299);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

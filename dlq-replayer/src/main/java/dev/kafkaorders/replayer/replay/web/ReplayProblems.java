package dev.kafkaorders.replayer.replay.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.kafkaorders.replayer.replay.ReplayState;
import dev.kafkaorders.replayer.web.Problems;
import java.util.Set;
import org.springframework.http.ProblemDetail;

/// What can be wrong with a request about replays.
final class ReplayProblems {

    private ReplayProblems() {}

    static ProblemDetail notFound() {
        return Problems.of(
                NOT_FOUND, "replay-not-found", "There is no such replay; GET /replays has all");
    }

    static ProblemDetail impossible(ReplayState state) {
        var problem =
                Problems.of(
                        CONFLICT,
                        "replay-state",
                        "The replay is %s, which doesn't allow it".formatted(state.text()));
        problem.setProperty("state", state);
        return problem;
    }

    static ProblemDetail targetNotAllowed(String target, Set<String> allowed) {
        var problem =
                Problems.of(
                        UNPROCESSABLE_CONTENT,
                        "target-not-allowed",
                        "%s is not among replayer.targets.allowed".formatted(target));
        problem.setProperty("allowed", allowed);
        return problem;
    }
}

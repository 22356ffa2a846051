package dev.kafkaorders.replayer.deadletter.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.kafkaorders.replayer.deadletter.Violation;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.State;
import dev.kafkaorders.replayer.web.Problems;
import java.util.Collection;
import java.util.List;
import org.springframework.http.ProblemDetail;

/// What can be wrong with a request about dead letters.
final class DeadLetterProblems {

    private DeadLetterProblems() {}

    static ProblemDetail notFound(Collection<DeadLetterId> ids) {
        var problem =
                Problems.of(
                        NOT_FOUND,
                        "dead-letter-not-found",
                        "There are no such dead letters, or no more");
        problem.setProperty("ids", ids);
        return problem;
    }

    static ProblemDetail alreadyReplayed(Collection<DeadLetterId> ids) {
        var problem =
                Problems.of(
                        CONFLICT,
                        "dead-letter-replayed",
                        "Nothing was written: these have been replayed. Leave them out");
        problem.setProperty("ids", ids);
        return problem;
    }

    static ProblemDetail settled(State state) {
        return Problems.of(
                CONFLICT,
                "dead-letter-settled",
                "The dead letter is %s already. If it died again, correct its new dead letter"
                        .formatted(state.text()));
    }

    static ProblemDetail notCorrectable(String reason) {
        return Problems.of(
                UNPROCESSABLE_CONTENT,
                "dead-letter-not-correctable",
                "The dead letter can't be corrected: %s. Discard it, and have the event sent anew"
                        .formatted(reason));
    }

    static ProblemDetail invalid(List<Violation> violations) {
        var problem =
                Problems.of(
                        UNPROCESSABLE_CONTENT,
                        "correction-invalid",
                        "With the patch applied it is no valid event; see violations");
        problem.setProperty("violations", violations);
        return problem;
    }
}

package dev.kafkaorders.replayer.offsets.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.GATEWAY_TIMEOUT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.kafkaorders.replayer.offsets.Refusal;
import dev.kafkaorders.replayer.web.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Why a reset is refused, and what to do.
@RestControllerAdvice
@Order(0)
class ResetProblems {

    @ExceptionHandler
    ProblemDetail invalid(InvalidResetException e) {
        return Problems.of(BAD_REQUEST, "invalid-reset", String.valueOf(e.getMessage()));
    }

    static ResponseEntity<ProblemDetail> answer(Refusal refusal) {
        var problem =
                switch (refusal) {
                    case Refusal.NoSuchGroup(var group) ->
                            problem(
                                    NOT_FOUND,
                                    "group-not-found",
                                    "No consumer group " + group + ": GET /consumer-groups");
                    case Refusal.NoSuchReset _ ->
                            problem(
                                    NOT_FOUND,
                                    "reset-not-found",
                                    "No such reset: GET /offset-resets lists all");
                    case Refusal.Impossible(var reason) ->
                            problem(UNPROCESSABLE_CONTENT, "impossible-reset", reason);
                    case Refusal.NotNow(var state) ->
                            problem(
                                    CONFLICT,
                                    "reset-not-in-state",
                                    "It is "
                                            + state
                                            + ": a plan is executed once, what was executed is"
                                            + " undone once; for more, make a new plan");
                    case Refusal.Moved(var partitions) ->
                            problem(
                                    CONFLICT,
                                    "group-moved",
                                    "The group is not where the plan found it, so the plan does not"
                                            + " hold: make a new one. Partitions: "
                                            + String.join(", ", partitions));
                    case Refusal.Active active -> active(active);
                    case Refusal.NotStopped(var group) ->
                            problem(
                                    GATEWAY_TIMEOUT,
                                    "group-not-stopped",
                                    "Consumers of "
                                            + group
                                            + " did not leave in time, or came back. Nothing was"
                                            + " altered and they were called back: see what their"
                                            + " batches take, make a new plan and try again");
                };
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ProblemDetail active(Refusal.Active active) {
        var whatToDo =
                active.canStop()
                        ? "make a plan with \"stopGroup\": true, or stop them yourself"
                        : "stop them yourself: they do not listen to consumer-control";
        return problem(
                CONFLICT,
                "group-active",
                "%d consumers are in %s: %s".formatted(active.members(), active.group(), whatToDo));
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail) {
        return Problems.of(status, type, detail);
    }
}

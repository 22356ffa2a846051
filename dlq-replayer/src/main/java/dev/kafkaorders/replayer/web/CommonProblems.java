package dev.kafkaorders.replayer.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.GATEWAY_TIMEOUT;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import dev.kafkaorders.replayer.audit.AuditUnavailableException;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import dev.kafkaorders.replayer.writing.CannotWriteException;
import dev.kafkaorders.replayer.writing.OutcomeUnknownException;
import dev.kafkaorders.replayer.writing.Standing;
import dev.kafkaorders.web.TypedProblems;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.PropertyBindingException;

/// What can go wrong with any request. What Spring MVC itself refuses, an unmapped URL included, is
/// handled by the superclass.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class CommonProblems extends TypedProblems {

    private static final Logger log = LoggerFactory.getLogger(CommonProblems.class);

    private static final String SOON = "5";

    @ExceptionHandler
    ProblemDetail invalid(InvalidParameterException e) {
        return invalid(e.parameter(), String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> cannotWrite(CannotWriteException e) {
        return switch (e.standing()) {
            case Standing.TakenOver(var instance, var at) ->
                    unavailable(
                            "taken-over",
                            "Nothing was written: the instance %s writes since %s. Ask that one, or restart this one to take over"
                                    .formatted(instance, at));
            case Standing.Starting _, Standing.Writing _, Standing.Stopped _ -> {
                log.atWarn().setCause(e).log("An act could not be written");
                yield unavailable(
                        "not-written",
                        "Kafka could not be written to. Look at readiness, and send it again");
            }
        };
    }

    /// Without a time to send it again: that may do it twice.
    @ExceptionHandler
    ProblemDetail unknown(OutcomeUnknownException e) {
        log.atWarn().setCause(e).log("Nobody knows whether an act was written");
        return Problems.of(
                GATEWAY_TIMEOUT,
                "outcome-unknown",
                "Kafka did not say whether it was written. Look at /replays, or at the dead letter,"
                        + " before you send it again");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> kafkaAway(KafkaException e) {
        log.atWarn().setCause(e).log("Kafka did not answer a request");
        return unavailable("unavailable", "Kafka did not answer: " + e.getClass().getSimpleName());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> kafkaAway(KafkaUnavailableException e) {
        if (e.getCause() instanceof AuthorizationException refusal) {
            return notGranted(e, refusal);
        }
        log.atWarn().setCause(e).log("Kafka did not answer a request");
        return unavailable("unavailable", "Kafka did not answer: " + e.getMessage());
    }

    /// The operator may, this service may not: sending it again doesn't help.
    private static ResponseEntity<ProblemDetail> notGranted(
            KafkaUnavailableException what, AuthorizationException refusal) {
        log.atError()
                .setCause(what)
                .addKeyValue("remedy", "grant dlq-replayer what it needs, see cluster-setup")
                .log("Kafka refuses a request");
        return ResponseEntity.status(FORBIDDEN)
                .body(
                        Problems.of(
                                FORBIDDEN,
                                "not-granted",
                                "Kafka does not let dlq-replayer %s: %s"
                                        .formatted(what.getMessage(), refusal.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> auditAway(AuditUnavailableException e) {
        log.atError().setCause(e).log("The audit can't be written, so an operation was refused");
        return unavailable(
                "audit-unavailable", "The audit can't be written, so nothing was done: try again");
    }

    @ExceptionHandler
    ProblemDetail bug(Exception e) {
        log.atError().setCause(e).log("A request failed unexpectedly");
        return Problems.of(INTERNAL_SERVER_ERROR, "internal-error", "See the log of the service");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem =
                e.getCause() instanceof JacksonException unreadable
                        ? invalid(path(unreadable), reason(unreadable))
                        : invalid("$", "is missing or can't be read");
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : "." + step.getPropertyName())
                .collect(Collectors.joining("", "$", ""));
    }

    /// Says nothing of our classes.
    private static String reason(JacksonException e) {
        if (e instanceof PropertyBindingException) {
            return "is unknown";
        }
        return e.getCause() instanceof IllegalArgumentException refusal
                ? String.valueOf(refusal.getMessage())
                : "is not of the expected form";
    }

    private static ProblemDetail invalid(String parameter, String message) {
        var problem = Problems.of(BAD_REQUEST, "invalid-request", parameter + ": " + message);
        problem.setProperty("parameter", parameter);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> unavailable(String type, String detail) {
        return ResponseEntity.status(SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .body(Problems.of(SERVICE_UNAVAILABLE, type, detail));
    }
}

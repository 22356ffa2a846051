package dev.kafkaorders.orders.placement.web;

import dev.kafkaorders.orders.placement.Refusal;
import dev.kafkaorders.web.TypedProblems;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.core.JacksonException;

/// Every error as a problem detail with a stable type.
@RestControllerAdvice
class PlacementProblems extends TypedProblems {

    private static final Logger log = LoggerFactory.getLogger(PlacementProblems.class);

    private static final Duration SOON = Duration.ofSeconds(1);

    static ResponseEntity<ProblemDetail> answer(Refusal refusal) {
        return switch (refusal) {
            case Refusal.KeyReused _ ->
                    answer(
                            Problem.IDEMPOTENCY_KEY_REUSED.because(
                                    "Use a new key for a new request."),
                            null);
            case Refusal.InFlight(var retryAfter) ->
                    answer(
                            Problem.REQUEST_IN_FLIGHT.because(
                                    "Send it again with the same key for its answer."),
                            retryAfter);
            case Refusal.Overloaded _ ->
                    answer(Problem.OVERLOADED.because("Nothing was written. Try again."), SOON);
            case Refusal.NotWritten _ ->
                    answer(Problem.NOT_WRITTEN.because("It is safe to send it again."), SOON);
            case Refusal.OutcomeUnknown _ ->
                    answer(
                            Problem.OUTCOME_UNKNOWN.because(
                                    "It is safe to send it again with the same Idempotency-Key."),
                            SOON);
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidKey(InvalidIdempotencyKey e) {
        return answer(
                Problem.INVALID_IDEMPOTENCY_KEY.because("The key " + e.getMessage() + "."), null);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> invalidBatch(BatchCheck.InvalidBatch e, WebRequest request) {
        var violations = Violation.of(e.found());
        return invalid(e, violations, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooManyBodies(BodyBudget.TooManyBodies e) {
        return answer(new Refusal.Overloaded());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        log.atError().setCause(e).log("Request failed unexpectedly");
        return answer(Problem.INTERNAL_ERROR.because("See the log of the service."), null);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(e, Violation.of(e.getBindingResult()), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (e.getMostSpecificCause() instanceof ErrorResponseException refusal) {
            // The body's limit, in the midst of reading it.
            return handleErrorResponseException(
                    refusal, refusal.getHeaders(), refusal.getStatusCode(), request);
        }
        var violation =
                e.getCause() instanceof JacksonException unreadable
                        ? Violation.of(unreadable)
                        : new Violation("$", "is missing or can't be read");
        return invalid(e, List.of(violation), headers, status, request);
    }

    private @Nullable ResponseEntity<Object> invalid(
            Exception e,
            List<Violation> violations,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = Problem.INVALID_REQUEST.because("See violations for what and where.");
        problem.setProperty("violations", violations);
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, @Nullable Duration retryAfter) {
        var answer =
                ResponseEntity.status(problem.getStatus())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
        }
        return answer.body(problem);
    }
}

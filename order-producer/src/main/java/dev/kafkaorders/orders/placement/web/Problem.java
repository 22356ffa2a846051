package dev.kafkaorders.orders.placement.web;

import dev.kafkaorders.web.ProblemTypes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// The problems of this service that have a `type` of their own (RFC 9457). The types are part of
/// the API: clients decide by them.
enum Problem {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request is invalid"),
    INVALID_IDEMPOTENCY_KEY(HttpStatus.BAD_REQUEST, "The Idempotency-Key is invalid"),
    REQUEST_IN_FLIGHT(HttpStatus.CONFLICT, "A request with the same key is being carried out"),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, "The Idempotency-Key belongs to another request"),
    OVERLOADED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests are waiting"),
    NOT_WRITTEN(HttpStatus.SERVICE_UNAVAILABLE, "Nothing was written"),
    OUTCOME_UNKNOWN(HttpStatus.SERVICE_UNAVAILABLE, "The outcome is unknown"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "The service failed");

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    ProblemDetail because(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(ProblemTypes.of(name()));
        problem.setTitle(title);
        return problem;
    }
}

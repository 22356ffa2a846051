package dev.kafkaorders.orders.status.web;

import dev.kafkaorders.web.ProblemTypes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// The problems of this API that have a `type` of their own (RFC 9457). The types are part of the
/// API: clients decide by them.
enum StatusProblem {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request is invalid"),
    ORDER_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such order"),
    TOO_MANY_WATCHERS(HttpStatus.TOO_MANY_REQUESTS, "Too many wait for news"),
    STATUS_UNDECIDED(HttpStatus.SERVICE_UNAVAILABLE, "The order can't be looked up yet");

    private static final String SOON = "1";

    private final HttpStatus status;
    private final String title;

    StatusProblem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    ErrorResponseException because(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(ProblemTypes.of(name()));
        problem.setTitle(title);
        var exception = new ErrorResponseException(status, problem, null);
        if (this == TOO_MANY_WATCHERS || this == STATUS_UNDECIDED) {
            exception.getHeaders().set("Retry-After", SOON);
        }
        return exception;
    }
}

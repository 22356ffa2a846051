package dev.kafkaorders.payments.payment.web;

import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import dev.kafkaorders.web.ProblemTypes;
import dev.kafkaorders.web.TypedProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Every error as problem details (RFC 9457). What Spring MVC itself refuses, an unmapped URL
/// included, is handled by the superclass.
@RestControllerAdvice
class PaymentProblems extends TypedProblems {

    private static final Logger log = LoggerFactory.getLogger(PaymentProblems.class);

    @ExceptionHandler
    ProblemDetail notFound(PaymentNotFoundException e) {
        return problem(
                NOT_FOUND,
                "payment-not-found",
                "There is no payment for order " + e.orderId() + " (yet)");
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception e) {
        log.atWarn().setCause(e).log("The database did not answer");
        return ResponseEntity.status(SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem(SERVICE_UNAVAILABLE, "unavailable", "The database did not answer"));
    }

    @ExceptionHandler
    ProblemDetail bug(Exception e) {
        log.atError().setCause(e).log("A request failed unexpectedly");
        return problem(INTERNAL_SERVER_ERROR, "internal-error", "See the log of the service");
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(ProblemTypes.of(type));
        return problem;
    }
}

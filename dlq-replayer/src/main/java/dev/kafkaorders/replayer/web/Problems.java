package dev.kafkaorders.replayer.web;

import dev.kafkaorders.web.ProblemTypes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Makes problem details (RFC 9457). Their types are part of the API: clients decide by them.
public final class Problems {

    private Problems() {}

    /// A problem with a type of its own.
    ///
    /// @param detail for a person: what is wrong with this request, and what to do
    public static ProblemDetail of(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(ProblemTypes.of(type));
        return problem;
    }

    /// An answer that has the problem as its body.
    public static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}

package dev.kafkaorders.replayer.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Makes problem details (RFC 9457). Their types are part of the API: clients decide by them.
public final class Problems {

    private static final String TYPES = "urn:kafka-orders:problem:";

    private Problems() {}

    /// A problem with a type of its own.
    ///
    /// @param detail for a person: what is wrong with this request, and what to do
    public static ProblemDetail of(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + type));
        return problem;
    }

    /// An answer that has the problem as its body.
    public static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    /// The type of a problem that says no more than its status does, such as `not-found`.
    static URI typeOf(HttpStatusCode code) {
        var known = HttpStatus.resolve(code.value());
        var name = known == null ? "status-" + code.value() : known.name();
        return URI.create(TYPES + name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}

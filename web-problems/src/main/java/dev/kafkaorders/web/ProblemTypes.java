package dev.kafkaorders.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/// The `type` of problem details (RFC 9457), which is part of an API: clients decide by it.
public final class ProblemTypes {

    private static final String PREFIX = "urn:kafka-orders:problem:";

    private ProblemTypes() {}

    /// The type of a problem of its own.
    ///
    /// @param name such as `order-not-found`; a constant's `ORDER_NOT_FOUND` means the same
    public static URI of(String name) {
        return URI.create(PREFIX + name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// The type of a problem that says no more than its status does, such as `not-found`.
    public static URI of(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return of(known == null ? "status-" + status.value() : known.name());
    }
}

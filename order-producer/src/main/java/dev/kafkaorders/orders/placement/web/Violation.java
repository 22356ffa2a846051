package dev.kafkaorders.orders.placement.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/// What is wrong with a request, and where.
///
/// @param path a JSON path such as `$.orders[3].lines[0].quantity`
record Violation(String path, String message) {

    /// All violations of the constraints.
    static List<Violation> of(BindingResult result) {
        var fields =
                result.getFieldErrors().stream()
                        .map(error ->
                                violation("$." + error.getField(), error.getDefaultMessage()));
        var whole =
                result.getGlobalErrors().stream()
                        .map(error -> violation("$", error.getDefaultMessage()));
        return Stream.concat(fields, whole).toList();
    }

    /// Where reading the JSON ended, and why. Says nothing of our classes.
    static Violation of(JacksonException e) {
        var path = new StringBuilder("$");
        for (var step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append('.').append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return new Violation(path.toString(), messageOf(e));
    }

    private static String messageOf(JacksonException e) {
        return switch (e) {
            case PropertyBindingException _ -> "is unknown";
            case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
                    "must be of type " + nameOf(mismatch.getTargetType());
            case StreamReadException malformed ->
                    "is malformed JSON, or has a field twice, at line %d, column %d"
                            .formatted(
                                    malformed.getLocation().getLineNr(),
                                    malformed.getLocation().getColumnNr());
            default -> "can't be read";
        };
    }

    private static String nameOf(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "integer";
        }
        if (List.class.isAssignableFrom(type)) {
            return "array";
        }
        return type == String.class ? "string" : "object";
    }

    private static Violation violation(String path, @Nullable String message) {
        return new Violation(path, message == null ? "is invalid" : message);
    }
}

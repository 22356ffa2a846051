package dev.kafkaorders.orders.placement.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Text that every reader can store: no control characters (PostgreSQL has no room for a NUL), no
/// halves of surrogate pairs.
@Pattern(regexp = "\\P{C}*", message = "must not contain control or unassigned characters")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface PlainText {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

package dev.kafkaorders.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Problem details (RFC 9457) also for what never reaches Spring MVC, such as a filter's errors, in
/// place of Boot's own format.
@Hidden
@RestController
class ContainerProblems implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ProblemDetail problem(HttpServletRequest request) {
        var status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        var problem = ProblemDetail.forStatus(status);
        problem.setType(ProblemTypes.of(status));
        return problem;
    }

    /// Who asks for this page himself has no error, and finds nothing.
    private static HttpStatusCode status(@Nullable Object code) {
        return code instanceof Integer value ? HttpStatusCode.valueOf(value) : HttpStatus.NOT_FOUND;
    }
}

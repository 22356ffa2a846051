package dev.kafkaorders.replayer.web;

import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Problem details (RFC 9457) also for what never reaches Spring MVC, in place of Boot's own
/// format.
@RestController
@Hidden
class ContainerProblems implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ProblemDetail error(HttpServletRequest request) {
        var status =
                Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                        .map(code -> HttpStatus.resolve((int) code))
                        .orElse(INTERNAL_SERVER_ERROR);
        return ProblemDetail.forStatus(status);
    }
}

package dev.kafkaorders.orders.placement.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Errors that no controller saw, such as a filter's: in the same format as all others, instead of
/// Boot's own.
@Hidden
@RestController
class FallbackProblems implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer value ? value : HttpStatus.NOT_FOUND.value();
        var problem = ProblemDetail.forStatus(status);
        problem.setType(Problem.typeOf(HttpStatus.valueOf(status)));
        return ResponseEntity.status(status).body(problem);
    }
}

package dev.kafkaorders.replayer.security;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import dev.kafkaorders.replayer.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Refusals that never reach a controller, as problem details.
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;

    SecurityProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"dlq-replayer\"");
        answer(
                response,
                Problems.of(
                        UNAUTHORIZED,
                        "not-logged-in",
                        "Log in as viewer or operator, for example by curl -u viewer:PASSWORD;"
                                + " where an OAuth2 issuer is configured, by its bearer token"));
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        answer(
                response,
                Problems.of(FORBIDDEN, "not-allowed", "Viewers read; log in as operator to act"));
    }

    void tooManyFailures(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        answer(
                response,
                Problems.of(
                        TOO_MANY_REQUESTS,
                        "too-many-failed-logins",
                        "Too many log-ins failed: try again later, with the right password"));
    }

    void likeAForm(HttpServletResponse response) throws IOException {
        answer(
                response,
                Problems.of(
                        UNSUPPORTED_MEDIA_TYPE,
                        "content-type-needed",
                        "A web page could have sent this in your name: add the header Content-Type:"
                                + " application/json, also where there is no body"));
    }

    private void answer(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}

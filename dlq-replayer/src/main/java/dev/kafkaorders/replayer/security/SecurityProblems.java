package dev.kafkaorders.replayer.security;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import dev.kafkaorders.replayer.web.Problems;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Refusals that never reach a controller, as problem details.
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;
    private final boolean tokens;
    private final AuthenticationEntryPoint tokenChallenge =
            new BearerTokenAuthenticationEntryPoint();

    SecurityProblems(JsonMapper json, ObjectProvider<JwtDecoder> issuer) {
        this.json = json;
        tokens = issuer.getIfAvailable() != null;
    }

    /// Asks for what is accepted: Basic (RFC 7617), or a bearer token and what was wrong with the
    /// one that came (RFC 6750).
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException, ServletException {
        if (reason instanceof TooManyFailedLoginsException refused) {
            tooManyFailures(response, refused.left());
        } else if (tokens) {
            tokenChallenge.commence(request, response, reason);
            notLoggedIn(response, "Send a bearer token of the configured OAuth2 issuer");
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"dlq-replayer\"");
            notLoggedIn(
                    response,
                    "Log in as viewer or operator, for example by curl -u viewer:PASSWORD");
        }
    }

    private void notLoggedIn(HttpServletResponse response, String detail) throws IOException {
        answer(response, Problems.of(UNAUTHORIZED, "not-logged-in", detail));
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        answer(
                response,
                Problems.of(
                        FORBIDDEN,
                        "not-allowed",
                        "Viewers read, operators act, metrics sees /actuator/prometheus only:"
                                + " log in as one who may"));
    }

    private void tooManyFailures(HttpServletResponse response, Duration wait) throws IOException {
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

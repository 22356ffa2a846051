package dev.kafkaorders.replayer.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.replayer.security.FailedLogins.Who;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses log-ins of a user from an address where too many have failed, also with the right
/// password: or whoever guesses would learn that it is right.
///
/// Bearer tokens are not counted: nobody guesses a signature, so there is nothing to slow down, and
/// one client whose token has expired would lock out all the others behind its proxy.
final class LoginThrottle extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);
    private static final String BASIC = "basic ";

    private final FailedLogins failures;
    private final SecurityProblems problems;

    LoginThrottle(FailedLogins failures, SecurityProblems problems) {
        this.failures = failures;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = new Who(request.getRemoteAddr(), user(request));
        var wait = failures.wait(who);
        if (wait.isPresent()) {
            problems.tooManyFailures(response, wait.get());
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            failures.failed(who);
            log.atWarn().addKeyValue("address", who.address()).log("A log-in failed");
        } else {
            failures.succeeded(who);
        }
    }

    /// Whoever has another name than the two users can't get in, and shares one count.
    private static String user(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        try {
            var decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            var name = new String(decoded, UTF_8).split(":", 2)[0];
            return name.equals(Roles.VIEWER) || name.equals(Roles.OPERATOR) ? name : "unknown";
        } catch (IllegalArgumentException _) {
            return "unknown";
        }
    }
}

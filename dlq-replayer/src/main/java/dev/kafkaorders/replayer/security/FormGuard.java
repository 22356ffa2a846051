package dev.kafkaorders.replayer.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Protects against forged requests (CSRF). A browser remembers Basic credentials and adds them to
/// what any page sends here. But a page of another origin can send only what a form could send,
/// unless it is allowed more, and here no origin is. So what acts must look like no form.
final class FormGuard extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final List<MediaType> FORMS =
            List.of(
                    MediaType.APPLICATION_FORM_URLENCODED,
                    MediaType.MULTIPART_FORM_DATA,
                    MediaType.TEXT_PLAIN);

    private final SecurityProblems problems;

    FormGuard(SecurityProblems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || !isLikeAForm(request.getContentType())) {
            chain.doFilter(request, response);
        } else {
            problems.likeAForm(response);
        }
    }

    private static boolean isLikeAForm(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            var type = MediaType.parseMediaType(contentType);
            return FORMS.stream().anyMatch(form -> form.equalsTypeAndSubtype(type));
        } catch (InvalidMediaTypeException _) {
            return true;
        }
    }
}

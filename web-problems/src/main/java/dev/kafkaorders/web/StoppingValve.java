package dev.kafkaorders.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.AbstractProtocol;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Answers 503 where Tomcat says 400 to a request that is in order. When the server stops while it
/// reads a request's first line, it leaves the rest unread, means to answer 503, and then finds no
/// `Host` among the headers that it has not read. Whoever is told 400 gives the request up; by 503
/// he knows that nothing came of it and that he may send it again.
final class StoppingValve extends ValveBase {

    private static final byte[] PROBLEM =
            """
            {"type":"%s","title":"The service is stopping","status":503,\
            "detail":"Nothing of the request was carried out. Send it again."}\
            """
                    .formatted(ProblemTypes.of("stopping"))
                    .getBytes(StandardCharsets.UTF_8);

    StoppingValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (isLeftUnread(request, response)) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(PROBLEM.length);
            response.getOutputStream().write(PROBLEM);
        } else {
            getNext().invoke(request, response);
        }
    }

    private static boolean isLeftUnread(Request request, Response response) {
        return response.getStatus() == HttpStatus.BAD_REQUEST.value()
                && request.getCoyoteRequest().getMimeHeaders().size() == 0
                && request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> http
                && http.isPaused();
    }
}

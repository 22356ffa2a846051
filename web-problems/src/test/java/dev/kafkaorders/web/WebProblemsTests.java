package dev.kafkaorders.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

class WebProblemsTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private ServletWebServerApplicationContext service;

    @AfterEach
    void stop() {
        service.close();
        http.close();
    }

    @Test
    void tellsTheTruthWhenItStopsAmidARequestsFirstLine() throws Exception {
        start(StopsAmidAFirstLine.class);
        var answer = post("/orders");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:kafka-orders:problem:stopping\"", "\"status\":503");
        assertThat(Orders.TAKEN).hasValue(0);
    }

    @Test
    void leavesOtherAnswersAlone() throws Exception {
        start(Orders.class);
        assertThat(post("/orders").statusCode()).isEqualTo(200);
        assertThat(Orders.TAKEN).hasValue(1);
        assertThat(post("/orders?rejected").statusCode()).isEqualTo(400);
    }

    /// A request without a `Host` is wrong (RFC 9112 section 3.2), whether or not the server stops.
    @Test
    void whoReallySendsNoHeadersIsToldSo() throws Exception {
        start(Orders.class);
        assertThat(statusLineOf("POST /orders HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void whatIsWrongIsWrongAlsoWhileItStops() throws Exception {
        start(StopsAfterTheHeaders.class);
        assertThat(statusLineOf("POST /orders HTTP/1.1\r\nX-Other: header\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void answersAFiltersErrorAsAProblem() throws Exception {
        start(Orders.class);
        var answer = post("/orders?rejected");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:kafka-orders:problem:bad-request\"", "\"status\":400");
    }

    @Test
    void hasNoErrorForWhomNothingFailed() throws Exception {
        start(Orders.class);
        var answer = post("/error");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("\"type\":\"urn:kafka-orders:problem:not-found\"", "\"status\":404");
    }

    private void start(Class<?> source) {
        Orders.TAKEN.set(0);
        service =
                (ServletWebServerApplicationContext)
                        new SpringApplicationBuilder(source)
                                .properties("server.port=0", "server.address=127.0.0.1")
                                .run();
    }

    private String statusLineOf(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", service.getWebServer().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private HttpResponse<String> post(String path) throws Exception {
        var url = "http://127.0.0.1:%d%s".formatted(service.getWebServer().getPort(), path);
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .version(HttpClient.Version.HTTP_1_1)
                        .POST(BodyPublishers.ofString("{}"));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @EnableAutoConfiguration
    @RestController
    static class Orders {

        static final AtomicInteger TAKEN = new AtomicInteger();

        @PostMapping("/orders")
        void take() {
            TAKEN.incrementAndGet();
        }

        @Bean
        OncePerRequestFilter rejecting() {
            return new OncePerRequestFilter() {
                @Override
                protected void doFilterInternal(
                        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                        throws IOException, ServletException {
                    if (request.getParameter("rejected") == null) {
                        chain.doFilter(request, response);
                    } else {
                        response.sendError(400);
                    }
                }
            };
        }
    }

    static class StopsAmidAFirstLine extends Orders {

        @Bean
        WebServerFactoryCustomizer<TomcatWebServerFactory> protocol() {
            return server -> server.setProtocol(PausedAfterTheFirstLook.class.getName());
        }
    }

    static class StopsAfterTheHeaders extends Orders {

        @Bean
        WebServerFactoryCustomizer<TomcatWebServerFactory> protocol() {
            return server -> server.setProtocol(PausedAfterTheSecondLook.class.getName());
        }
    }

    /// Tomcat looks before it reads the first line, and after.
    public static class PausedAfterTheFirstLook extends Http11NioProtocol {

        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public boolean isPaused() {
            return looks.getAndIncrement() >= looksUnpaused();
        }

        int looksUnpaused() {
            return 1;
        }
    }

    public static final class PausedAfterTheSecondLook extends PausedAfterTheFirstLook {

        @Override
        int looksUnpaused() {
            return 2;
        }
    }
}

package dev.kafkaorders.replayer.security;

import static dev.kafkaorders.replayer.RunningReplayer.NOBODY;
import static dev.kafkaorders.replayer.RunningReplayer.OPERATOR;
import static dev.kafkaorders.replayer.RunningReplayer.VIEWER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.replayer.RunningReplayer;
import dev.kafkaorders.teststack.TestStack;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityIntegrationTests {

    private static final Set<String> PROBES =
            Set.of("/actuator/health/liveness", "/actuator/health/readiness");
    private static final String METRICS = "metrics:count";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final RunningReplayer replayer = start();

    private static RunningReplayer start() {
        TestStack.get().reset();
        return new RunningReplayer(
                TestStack.get().bootstrapServers(), "replayer.security.failed-logins=1000");
    }

    @AfterAll
    void close() {
        replayer.close();
    }

    /// Every endpoint that Spring MVC knows, whoever adds it: of the features, of the actuator.
    Stream<Endpoint> endpoints() {
        return replayer
                .context()
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info ->
                        info.getPatternValues().stream()
                                .map(pattern -> pattern.replaceAll("\\{[^}]*}|\\*\\*", "x"))
                                .flatMap(path ->
                                        methods(
                                                        info
                                                                .getMethodsCondition()
                                                                .getMethods()
                                                                .stream()
                                                                .map(Enum::name)
                                                                .toList())
                                                .map(method -> new Endpoint(method, path))))
                .distinct()
                .filter(endpoint -> !PROBES.contains(endpoint.path()));
    }

    private static Stream<String> methods(List<String> declared) {
        return declared.isEmpty() ? METHODS.stream() : declared.stream();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void nobodyGetsInViewersReadOperatorsAct(Endpoint endpoint) {
        assertThat(status(NOBODY, endpoint)).isEqualTo(401);
        assertThat(status("viewer:wrong", endpoint)).isEqualTo(401);
        if (endpoint.method().equals("GET")) {
            assertThat(status(VIEWER, endpoint)).isNotIn(401, 403);
        } else {
            assertThat(status(VIEWER, endpoint)).isEqualTo(403);
        }
        assertThat(status(OPERATOR, endpoint)).isNotIn(401, 403);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void whoGathersMetricsSeesNothingElse(Endpoint endpoint) {
        if (endpoint.equals(new Endpoint("GET", "/actuator/prometheus"))) {
            assertThat(metrics(replayer, METRICS)).isEqualTo(200);
        } else {
            assertThat(status(METRICS, endpoint)).isEqualTo(403);
        }
    }

    @Test
    void withoutAPasswordNobodyGathersMetricsOnly() {
        try (var other =
                new RunningReplayer(
                        TestStack.get().bootstrapServers(), "replayer.metrics.password=")) {
            assertThat(metrics(other, "metrics:")).isEqualTo(401);
            assertThat(metrics(other, METRICS)).isEqualTo(401);
            assertThat(metrics(other, VIEWER)).isEqualTo(200);
        }
    }

    private static int metrics(RunningReplayer at, String credentials) {
        return at.send(credentials, HttpRequest.newBuilder(at.uri("/actuator/prometheus")))
                .statusCode();
    }

    @Test
    void thereAreEndpointsToWalk() {
        assertThat(endpoints())
                .contains(
                        new Endpoint("GET", "/consumer-groups"),
                        new Endpoint("GET", "/v3/api-docs"),
                        new Endpoint("POST", "/offset-resets/x/execution"),
                        new Endpoint("GET", "/actuator/prometheus"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void probesNeedNoCredentialsAndTellNothingElse(String path) {
        // One of its own: whoever another one has taken over from isn't ready.
        try (var latest = start()) {
            await().until(() -> probe(latest, path).statusCode() == 200);
            assertThat(probe(latest, path).body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    private static HttpResponse<String> probe(RunningReplayer one, String path) {
        return one.send(NOBODY, HttpRequest.newBuilder(one.uri(path)));
    }

    @Test
    void whoMayReadIsToldDetails() {
        assertThat(replayer.get("/actuator/health").body()).contains("\"nodes\"");
    }

    @ParameterizedTest
    @CsvSource({"'', 401, not-logged-in", "viewer:look, 403, not-allowed"})
    void refusalsAreProblemDetails(String credentials, int status, String type) {
        var answer = act(credentials, "application/json");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:kafka-orders:problem:" + type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "TEXT/plain;charset=UTF-8",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "nonsense"
            })
    void whatAWebPageCouldForgeIsRefused(String contentType) {
        var answer = act(OPERATOR, contentType);
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("content-type-needed");
    }

    /// As a browser asks before it sends what no form could.
    @Test
    void noOriginIsAllowedToSendMore() {
        var preflight =
                HttpRequest.newBuilder(replayer.uri("/offset-resets"))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", "https://elsewhere.example")
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type");
        var answer = replayer.send(OPERATOR, preflight);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(ROOT).startsWith("access-control-allow"));
    }

    @Test
    void setsNoCookie() {
        assertThat(replayer.get("/consumer-groups").headers().firstValue("Set-Cookie")).isEmpty();
    }

    /// Spring Security looks for no space behind the scheme: any character does.
    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic\t", "BASIC:"})
    void failedLoginsAreSlowedDown(String scheme) {
        try (var strict = new RunningReplayer(TestStack.get().bootstrapServers())) {
            for (var i = 0; i < 5; i++) {
                assertThat(guess(strict, scheme)).isEqualTo(401);
            }
            assertThat(guess(strict, scheme)).isEqualTo(429);
            var refused = groups(strict, OPERATOR);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("too-many-failed-logins");
            assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1L, 61L);
            assertThat(groups(strict, VIEWER).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"viewer, REPLAYER_VIEWER_PASSWORD", "operator, REPLAYER_OPERATOR_PASSWORD"})
    void doesNotStartWithoutAPassword(String user, String variable) {
        assertThatThrownBy(() ->
                        new RunningReplayer(
                                TestStack.get().bootstrapServers(),
                                "replayer." + user + ".password="))
                .hasStackTraceContaining("set " + variable);
    }

    private static int guess(RunningReplayer at, String scheme) {
        var guess = Base64.getEncoder().encodeToString("operator:guess".getBytes(UTF_8));
        var request =
                HttpRequest.newBuilder(at.uri("/consumer-groups"))
                        .header("Authorization", scheme + guess);
        return at.send(NOBODY, request).statusCode();
    }

    private static HttpResponse<String> groups(RunningReplayer at, String credentials) {
        return at.send(credentials, HttpRequest.newBuilder(at.uri("/consumer-groups")));
    }

    private HttpResponse<String> act(String credentials, String contentType) {
        var request =
                HttpRequest.newBuilder(
                                replayer.uri(
                                        "/offset-resets/00000000-0000-0000-0000-000000000000/undo"))
                        .POST(BodyPublishers.noBody());
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return replayer.send(credentials, request);
    }

    private int status(String credentials, Endpoint endpoint) {
        var request =
                HttpRequest.newBuilder(replayer.uri(endpoint.path()))
                        .method(endpoint.method(), BodyPublishers.ofString("no json"))
                        .header("Content-Type", "application/json");
        return replayer.send(credentials, request).statusCode();
    }

    record Endpoint(String method, String path) {}
}

package dev.kafkaorders.replayer.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.replayer.RunningReplayer;
import dev.kafkaorders.replayer.stage.TokenIssuer;
import dev.kafkaorders.teststack.TestStack;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// With an issuer of tokens, its roles say who may, and there are no passwords.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JwtIntegrationTests {

    private static final String SETTING = "spring.security.oauth2.resourceserver.jwt.";

    private final TokenIssuer issuer = new TokenIssuer();
    private final RunningReplayer replayer = start("issuer-uri=" + issuer.uri());

    private static RunningReplayer start(String setting) {
        TestStack.get().reset();
        return new RunningReplayer(
                TestStack.get().bootstrapServers(),
                SETTING + setting,
                "replayer.security.roles-claim=groups",
                "replayer.viewer.password=",
                "replayer.operator.password=");
    }

    @AfterAll
    void close() {
        replayer.close();
        issuer.close();
    }

    @Test
    void rolesComeFromTheConfiguredClaim() {
        assertThat(status(replayer, "GET", issuer.token("viewer"))).isEqualTo(200);
        assertThat(status(replayer, "POST", issuer.token("viewer"))).isEqualTo(403);
        assertThat(status(replayer, "POST", issuer.token("operator"))).isEqualTo(400);
        assertThat(status(replayer, "GET", issuer.token("somebody"))).isEqualTo(403);
        assertThat(status(replayer, "GET", issuer.token("metrics"))).isEqualTo(403);
        assertThat(metrics(issuer.token("metrics"))).isEqualTo(200);
        assertThat(metrics(issuer.token("somebody"))).isEqualTo(403);
    }

    @Test
    void aTokenOfAnotherIssuerLetsNobodyIn() {
        assertThat(status(replayer, "GET", issuer.forged("operator"))).isEqualTo(401);
        assertThat(status(replayer, "GET", issuer.foreign("operator"))).isEqualTo(401);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aTokenOfNobodyLetsNobodyIn(@Nullable String subject) {
        assertThat(status(replayer, "POST", issuer.token(subject, "operator"))).isEqualTo(401);
    }

    @Test
    void badTokensLockNobodyOut() {
        for (var i = 0; i < 10; i++) {
            assertThat(status(replayer, "GET", issuer.forged("operator"))).isEqualTo(401);
        }
        assertThat(status(replayer, "GET", issuer.token("operator"))).isEqualTo(200);
    }

    @Test
    void passwordsLetNobodyIn() {
        assertThat(replayer.get("/consumer-groups").statusCode()).isEqualTo(401);
    }

    @Test
    void asksForATokenAndSaysWhatIsWrongWithIt() {
        var none = replayer.get("/consumer-groups");
        assertThat(challenge(none)).startsWith("Bearer");
        assertThat(none.body()).contains("not-logged-in").contains("bearer token");
        assertThat(challenge(send(replayer, "GET", issuer.forged("operator"))))
                .contains("error=\"invalid_token\"");
    }

    private static String challenge(HttpResponse<String> response) {
        return response.headers().firstValue("WWW-Authenticate").orElse("");
    }

    @Test
    void keysAreEnoughWhereThereIsNoDiscovery() {
        try (var other =
                new RunningReplayer(
                        TestStack.get().bootstrapServers(),
                        SETTING + "jwk-set-uri=" + issuer.keys(),
                        "replayer.security.roles-claim=groups")) {
            assertThat(status(other, "GET", issuer.token("viewer"))).isEqualTo(200);
            assertThat(status(other, "GET", issuer.forged("viewer"))).isEqualTo(401);
            assertThat(status(other, "GET", issuer.token(null, "viewer"))).isEqualTo(401);
        }
    }

    private int metrics(String token) {
        var request =
                HttpRequest.newBuilder(replayer.uri("/actuator/prometheus"))
                        .header("Authorization", "Bearer " + token);
        return replayer.send(RunningReplayer.NOBODY, request).statusCode();
    }

    private static int status(RunningReplayer at, String method, String token) {
        return send(at, method, token).statusCode();
    }

    private static HttpResponse<String> send(RunningReplayer at, String method, String token) {
        var path = method.equals("GET") ? "/consumer-groups" : "/offset-resets";
        var request =
                HttpRequest.newBuilder(at.uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString("{}"));
        return at.send(RunningReplayer.NOBODY, request);
    }
}

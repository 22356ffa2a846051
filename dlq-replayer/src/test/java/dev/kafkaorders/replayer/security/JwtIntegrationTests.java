package dev.kafkaorders.replayer.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.kafkaorders.replayer.RunningReplayer;
import dev.kafkaorders.teststack.TestStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// With an issuer of tokens, its roles say who may, and there are no passwords.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JwtIntegrationTests {

    private final RSAKey key = new RSAKeyGenerator(2048).keyID("1").generate();
    private final HttpServer issuer =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final RunningReplayer replayer;

    JwtIntegrationTests() throws JOSEException, IOException {
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        issuer.createContext(
                "/keys",
                exchange -> {
                    exchange.sendResponseHeaders(200, keys.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(keys);
                    }
                });
        issuer.start();
        TestStack.get().reset();
        replayer =
                new RunningReplayer(
                        TestStack.get().bootstrapServers(),
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:"
                                + issuer.getAddress().getPort()
                                + "/keys",
                        "replayer.security.roles-claim=groups",
                        "replayer.viewer.password=",
                        "replayer.operator.password=");
    }

    @AfterAll
    void close() {
        replayer.close();
        issuer.stop(0);
    }

    @Test
    void rolesComeFromTheConfiguredClaim() throws JOSEException {
        assertThat(status("GET", token(key, "viewer"))).isEqualTo(200);
        assertThat(status("POST", token(key, "viewer"))).isEqualTo(403);
        assertThat(status("POST", token(key, "operator"))).isEqualTo(400);
        assertThat(status("GET", token(key, "somebody"))).isEqualTo(403);
    }

    @Test
    void aTokenOfAnotherIssuerLetsNobodyIn() throws JOSEException {
        var forged = new RSAKeyGenerator(2048).keyID("1").generate();
        assertThat(status("GET", token(forged, "operator"))).isEqualTo(401);
    }

    @Test
    void passwordsLetNobodyIn() {
        assertThat(replayer.get("/consumer-groups").statusCode()).isEqualTo(401);
    }

    private int status(String method, String token) {
        var path = method.equals("GET") ? "/consumer-groups" : "/offset-resets";
        var request =
                HttpRequest.newBuilder(replayer.uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString("{}"));
        return replayer.send(RunningReplayer.NOBODY, request).statusCode();
    }

    private static String token(RSAKey signer, String role) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build();
        var claims =
                new JWTClaimsSet.Builder()
                        .subject("ann")
                        .claim("groups", List.of(role))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build();
        var jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(signer));
        return jwt.serialize();
    }
}

package dev.kafkaorders.replayer.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An OAuth2 issuer: its discovery document and its keys over HTTP, and tokens that it has signed.
public final class TokenIssuer implements AutoCloseable {

    private final RSAKey key = key();
    private final HttpServer server;

    public TokenIssuer() {
        try {
            var local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(local, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serve("/keys", new JWKSet(key.toPublicJWK()).toString());
        serve(
                "/.well-known/openid-configuration",
                """
                {"issuer": "%s", "jwks_uri": "%s", "subject_types_supported": ["public"]}
                """
                        .formatted(uri(), keys()));
        server.start();
    }

    public String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public String keys() {
        return uri() + "/keys";
    }

    /// A token of this issuer.
    ///
    /// @param role what its claim `groups` says
    public String token(String role) {
        return token(key, uri(), "ann", role);
    }

    /// One of somebody else than usual.
    ///
    /// @param subject null for nobody
    public String token(@Nullable String subject, String role) {
        return token(key, uri(), subject, role);
    }

    /// One that somebody else has signed.
    public String forged(String role) {
        return token(key(), uri(), "ann", role);
    }

    /// One that this issuer has signed, for another one's clients.
    public String foreign(String role) {
        return token(key, "https://issuer.example", "ann", role);
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(
            RSAKey signer, String issuer, @Nullable String subject, String role) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .claim("groups", List.of(role))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new RSASSASigner(signer));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private void serve(String path, String json) {
        var answer = json.getBytes(UTF_8);
        server.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, answer.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(answer);
                    }
                });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.kafkaorders.replayer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.teststack.TestStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A replayer on a free port.
public final class RunningReplayer implements AutoCloseable {

    public static final String VIEWER = "viewer:look";
    public static final String OPERATOR = "operator:act";
    public static final String NOBODY = "";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    public RunningReplayer(String bootstrapServers, String... properties) {
        var all = new LinkedHashMap<String, String>();
        all.put("server.port", "0");
        all.putAll(TestStack.get().serviceAs(Users.DLQ_REPLAYER).properties());
        all.put("spring.kafka.bootstrap-servers", bootstrapServers);
        all.put("replayer.viewer.password", "look");
        all.put("replayer.metrics.password", "count");
        all.put("replayer.operator.password", "act");
        for (var property : properties) {
            var keyAndValue = property.split("=", 2);
            all.put(keyAndValue[0], keyAndValue[1]);
        }
        var arguments =
                all.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toList();
        context =
                new SpringApplicationBuilder(DlqReplayerApplication.class)
                        .run(arguments.toArray(String[]::new));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public URI uri(String path) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://localhost:" + port + path);
    }

    /// As a viewer.
    public HttpResponse<String> get(String path) {
        return send(VIEWER, HttpRequest.newBuilder(uri(path)));
    }

    /// As an operator.
    public HttpResponse<String> post(String path, String json) {
        return send(
                OPERATOR,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    /// As somebody with that name and password, or nobody.
    public HttpResponse<String> send(String credentials, HttpRequest.Builder request) {
        if (!credentials.isEmpty()) {
            var encoded = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
            request.header("Authorization", "Basic " + encoded);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}

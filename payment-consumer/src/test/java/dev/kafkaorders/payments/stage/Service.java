package dev.kafkaorders.payments.stage;

import static org.awaitility.Awaitility.await;

import dev.kafkaorders.payments.PaymentConsumerApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The service, inside this JVM.
public final class Service implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Service start(List<String> properties) {
        var arguments = properties.stream().map(property -> "--" + property);
        var context =
                new SpringApplicationBuilder(PaymentConsumerApplication.class)
                        .run(arguments.toArray(String[]::new));
        return new Service(context);
    }

    public HttpResponse<String> get(String path) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        var uri = URI.create("http://localhost:" + port + path);
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void awaitReady() {
        await().until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}

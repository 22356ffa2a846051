package dev.kafkaorders.payments.stage;

import dev.kafkaorders.payments.PaymentConsumerApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.listener.MessageListenerContainer;

/// The service, inside this JVM.
public final class Service implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Service start(
            ApplicationContextInitializer<GenericApplicationContext> beans,
            List<String> arguments) {
        var application = new SpringApplicationBuilder(PaymentConsumerApplication.class);
        application.initializers(beans);
        return new Service(application.run(arguments.toArray(String[]::new)));
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

    /// Whether it was told to stop and takes no new batches.
    public boolean isStopping() {
        return !context.getBean("ordersContainer", MessageListenerContainer.class).isRunning();
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

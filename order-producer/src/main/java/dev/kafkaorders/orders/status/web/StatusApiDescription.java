package dev.kafkaorders.orders.status.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the OpenAPI document can't know from the code: the problems of what reads.
@Configuration(proxyBeanMethods = false)
class StatusApiDescription {

    private static final String ORDER = "/orders/{id}";
    private static final String EVENTS = "/orders/{id}/events";

    @Bean
    OpenApiCustomizer statusProblems() {
        return api ->
                api.getPaths()
                        .forEach((path, operations) -> {
                            if (operations.getGet() != null) {
                                describe(path, operations.getGet());
                            }
                        });
    }

    private static void describe(String path, Operation operation) {
        add(operation, "400", "Invalid");
        if (path.equals(ORDER) || path.equals(EVENTS)) {
            add(operation, "404", "There is no such order");
            add(operation, "503", "Can't be looked up yet; Retry-After says when to try again");
        }
        if (path.equals(EVENTS)) {
            add(operation, "429", "Too many wait for news");
        }
    }

    private static void add(Operation operation, String status, String description) {
        var problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "application/problem+json", problem)));
    }
}

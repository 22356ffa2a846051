package dev.kafkaorders.orders.placement.web;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/// What the OpenAPI document can't know from the code: the problems of what writes.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM_SCHEMA = "Problem";

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            api.info(new Info().title("order-producer").version("1"));
            api.getComponents().addSchemas(PROBLEM_SCHEMA, problemSchema());
            api.getPaths().values().stream()
                    .map(PathItem::getPost)
                    .filter(Objects::nonNull)
                    .forEach(ApiDescription::describe);
        };
    }

    private static void describe(Operation operation) {
        var responses = operation.getResponses();
        responses.addApiResponse("400", problem("Invalid; `violations` says what and where"));
        if (hasIdempotencyKey(operation)) {
            responses.addApiResponse(
                    "409", again("A request with the same key is being carried out"));
            responses.addApiResponse("422", problem("The key belongs to another request"));
        }
        responses.addApiResponse("413", problem("The body is too large"));
        responses.addApiResponse("429", again("Too many requests are waiting"));
        responses.addApiResponse(
                "503", again("Nothing was written, or it is unknown; repeat with the same key"));
    }

    private static boolean hasIdempotencyKey(Operation operation) {
        return requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
                .anyMatch(parameter -> IdempotencyKeyHeader.NAME.equals(parameter.getName()));
    }

    private static ApiResponse again(String description) {
        var seconds = new Header().schema(new IntegerSchema()).description("Seconds");
        return problem(description).addHeaderObject(HttpHeaders.RETRY_AFTER, seconds);
    }

    private static ApiResponse problem(String description) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM_SCHEMA);
        return new ApiResponse()
                .description(description)
                .content(
                        new Content()
                                .addMediaType(
                                        org.springframework.http.MediaType
                                                .APPLICATION_PROBLEM_JSON_VALUE,
                                        new MediaType().schema(schema)));
    }

    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .description("RFC 9457 problem details")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"));
    }
}

package dev.kafkaorders.replayer.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the OpenAPI document can't know from the code: who may, and the problems that any request
/// can end with.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM_SCHEMA = "Problem";
    private static final String PASSWORD = "password";
    private static final String TOKEN = "token";

    @Bean
    OpenApiCustomizer problemsAndRoles() {
        return api -> {
            api.info(new Info().title("dlq-replayer").version("1"));
            api.getComponents()
                    .addSchemas(PROBLEM_SCHEMA, problemSchema())
                    .addSecuritySchemes(PASSWORD, scheme("basic").description("viewer, operator"))
                    .addSecuritySchemes(TOKEN, scheme("bearer").bearerFormat("JWT"));
            // One or the other.
            api.addSecurityItem(new SecurityRequirement().addList(PASSWORD))
                    .addSecurityItem(new SecurityRequirement().addList(TOKEN));
            api.getPaths()
                    .values()
                    .forEach(path -> {
                        path.readOperations().forEach(ApiDescription::describe);
                        if (path.getPost() != null) {
                            describeAct(path.getPost());
                        }
                    });
        };
    }

    private static void describe(Operation operation) {
        operation
                .getResponses()
                .addApiResponse("400", problem("The request makes no sense"))
                .addApiResponse("401", problem("Not logged in"))
                .addApiResponse("403", problem("Logged in as one who may not"))
                .addApiResponse("429", problem("Too many log-ins have failed"))
                .addApiResponse("503", problem("Kafka did not answer"));
    }

    private static void describeAct(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "415", problem("A Content-Type is missing that no web page can send"))
                .addApiResponse("503", problem("Nothing was done: Kafka or the audit is away"))
                .addApiResponse("504", problem("Look whether it was done before it is sent again"));
    }

    private static SecurityScheme scheme(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
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

package dev.kafkaorders.lab.load;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an answer of order-producer means for a client. Only what the service says outright counts:
/// an error that doesn't say that nothing was written leaves it open.
final class Answers {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROBLEM = "urn:kafka-orders:problem:";
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int SERVER_ERROR = 500;

    /// Errors of the server that say that nothing was written.
    private static final Set<String> NOTHING_WRITTEN =
            Set.of(PROBLEM + "not-written", PROBLEM + "overloaded", PROBLEM + "stopping");

    private Answers() {}

    static Answer to(Asked asked, HttpResponse<String> response) {
        try {
            return to(asked, response, JSON.readTree(response.body()));
        } catch (JacksonException e) {
            return new Answer.Unknown(response.statusCode() + " without JSON");
        }
    }

    private static Answer to(Asked asked, HttpResponse<String> response, JsonNode body) {
        var status = response.statusCode();
        if (status == CREATED || status == ACCEPTED) {
            var replayed = response.headers().firstValue("Idempotent-Replayed").isPresent();
            return new Answer.Accepted(orders(asked, body), replayed);
        }
        var problem = body.path("type").asString("");
        return status < SERVER_ERROR || NOTHING_WRITTEN.contains(problem)
                ? new Answer.Refused(status, problem)
                : new Answer.Unknown(status + " " + problem);
    }

    private static List<UUID> orders(Asked asked, JsonNode body) {
        return switch (asked) {
            case Asked.Order _ -> List.of(id(body));
            case Asked.Batch _ -> body.path("orders").valueStream().map(Answers::id).toList();
            case Asked.Cancellation(var order) -> List.of(order);
        };
    }

    private static UUID id(JsonNode order) {
        return UUID.fromString(order.path("id").asString());
    }
}

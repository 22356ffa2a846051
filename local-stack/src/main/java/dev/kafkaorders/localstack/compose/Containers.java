package dev.kafkaorders.localstack.compose;

import dev.kafkaorders.localstack.process.StartFailed;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The containers that run.
record Containers(List<JsonNode> running) {

    /// @param list as `docker compose ps --format json` prints it: an object for each, a line each
    static Containers parse(String list) {
        return new Containers(
                list.lines().map(JsonMapper.shared()::readTree).flatMap(Containers::each).toList());
    }

    /// The port of this machine that leads to one of the service.
    ///
    /// @throws StartFailed when none does
    int published(String service, int port) {
        return running.stream()
                .filter(container -> container.path("Service").asString().equals(service))
                .flatMap(container -> each(container.path("Publishers")))
                .filter(publisher -> publisher.path("TargetPort").asInt() == port)
                .map(publisher -> publisher.path("PublishedPort").asInt())
                .filter(published -> published > 0)
                .findFirst()
                .orElseThrow(() ->
                        new StartFailed(
                                "%s isn't up. `docker compose up --build --wait` brings it up."
                                        .formatted(service)));
    }

    long count(String service) {
        return running.stream()
                .filter(container -> container.path("Service").asString().equals(service))
                .count();
    }

    /// Before 2.21 it was one array.
    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}

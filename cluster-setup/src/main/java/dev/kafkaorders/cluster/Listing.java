package dev.kafkaorders.cluster;

import static java.util.stream.Collectors.joining;

import dev.kafkaorders.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.resource.PatternType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The list for people, and for other tools: what has to hold the same can be held against it.
final class Listing {

    private static final String LINE = "%-18s %-17s %-46s %s";

    private Listing() {}

    /// A line for each right.
    static String table() {
        var rights =
                Users.all().stream()
                        .flatMap(user -> user.grants().stream().map(grant -> line(user, grant)))
                        .collect(joining("\n"));
        return LINE.formatted("USER", "MAY", "ON", "FOR") + "\n" + rights;
    }

    /// Topics, users and rights, in Kafka's own words.
    static String json(short replicationFactor) {
        var list =
                Map.of(
                        "superUsers", Users.SUPER_USERS,
                        "topics",
                                Topics.definitions(replicationFactor).stream()
                                        .map(topic ->
                                                new TopicEntry(
                                                        topic.name(),
                                                        topic.numPartitions(),
                                                        topic.replicationFactor(),
                                                        new TreeMap<>(topic.configs())))
                                        .toList(),
                        "users", Users.all().stream().map(Listing::entry).toList());
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new TreeMap<>(list));
    }

    private static String line(User user, Grant grant) {
        var resource = grant.resource();
        var name = resource.name() + (resource.patternType() == PatternType.PREFIXED ? "*" : "");
        return LINE.formatted(
                user.name(), grant.operation(), resource.resourceType() + " " + name, grant.use());
    }

    private static UserEntry entry(User user) {
        return new UserEntry(
                user.name(),
                user.grants().stream()
                        .map(grant ->
                                new AclEntry(
                                        grant.operation().name(),
                                        grant.resource().resourceType().name(),
                                        grant.resource().name(),
                                        grant.resource().patternType().name()))
                        .toList());
    }

    private record TopicEntry(
            String name, int partitions, int replicas, Map<String, String> configs) {}

    private record UserEntry(String name, List<AclEntry> acls) {}

    private record AclEntry(
            String operation, String resourceType, String name, String patternType) {}
}

package dev.kafkaorders.deploy;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.cluster.User;
import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// One list of users and rights for every cluster; Kubernetes alone has KEDA besides.
class UserTests {

    private static final String KEDA = "keda";

    static List<Manifest> users() {
        return Manifests.ofKind("KafkaUser").toList();
    }

    @Test
    void areThoseOfTheListAndKeda() {
        var listed = Stream.concat(Users.all().stream().map(User::name), Stream.of(KEDA));
        assertThat(users())
                .map(Manifest::name)
                .containsExactlyInAnyOrderElementsOf(listed.toList());
    }

    @Test
    void mayDoWhatTheListGrantsAndNothingElse() {
        var listed =
                Users.all().stream()
                        .flatMap(user -> user.grants().stream().map(it -> it.bindingOf(user)));
        var keda =
                Stream.of(
                        binding(KEDA, DESCRIBE, ResourceType.TOPIC, Topics.ORDERS),
                        binding(KEDA, DESCRIBE, ResourceType.GROUP, Topics.PAYMENT_CONSUMER));
        assertThat(users().stream().flatMap(UserTests::rights))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(listed, keda).toList());
    }

    @ParameterizedTest
    @MethodSource("users")
    void logsInWithAPassword(Manifest user) {
        assertThat(user.text("/spec/authentication/type")).isEqualTo("scram-sha-512");
    }

    private static Stream<AclBinding> rights(Manifest user) {
        return user.each("/spec/authorization/acls")
                .flatMap(rule -> {
                    var resource = rule.path("resource");
                    var pattern =
                            new ResourcePattern(
                                    constant(
                                            ResourceType.values(),
                                            resource.path("type").asString()),
                                    resource.path("name").asString(),
                                    patternType(resource));
                    return rule.path("operations")
                            .valueStream()
                            .map(operation -> constant(AclOperation.values(), operation.asString()))
                            .map(operation ->
                                    new AclBinding(pattern, allowed(user.name(), operation)));
                });
    }

    private static PatternType patternType(JsonNode resource) {
        return switch (resource.path("patternType").asString("literal")) {
            case "literal" -> PatternType.LITERAL;
            case "prefix" -> PatternType.PREFIXED;
            case String other -> throw new AssertionError("Strimzi knows no " + other);
        };
    }

    /// `DescribeConfigs` here is `DESCRIBE_CONFIGS` there.
    private static <E extends Enum<E>> E constant(E[] constants, String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().replace("_", "").equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Kafka knows no " + name));
    }

    private static AclBinding binding(
            String user, AclOperation operation, ResourceType type, String name) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL), allowed(user, operation));
    }

    private static AccessControlEntry allowed(String user, AclOperation operation) {
        return new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW);
    }
}

package dev.kafkaorders.teststack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Grant;
import dev.kafkaorders.cluster.User;
import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every grant of the list is needed for what it says: it works with it, is refused without it
/// although its user has all his others, and works again with it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeededGrantsIntegrationTests {

    private final Company company = new Company();
    private final Admin administrator = company.administrator().admin();

    @AfterAll
    void close() {
        company.close();
    }

    static Stream<Arguments> grants() {
        return Users.all().stream()
                .flatMap(user ->
                        user.grants().stream()
                                .map(grant ->
                                        Arguments.of(
                                                user.name(),
                                                grant.operation(),
                                                grant.resource().name(),
                                                user,
                                                grant)));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("grants")
    void isNeeded(String name, Object operation, String resource, User user, Grant grant)
            throws Exception {
        var somebody = company.named(user.name());
        var works = attempt(user, grant);
        assertThat(works.test(somebody)).isTrue();
        var binding = grant.bindingOf(user);
        administrator.deleteAcls(List.of(binding.toFilter())).all().get();
        try {
            awaitBrokers(() -> !works.test(somebody));
        } finally {
            administrator.createAcls(List.of(binding)).all().get();
        }
        awaitBrokers(() -> works.test(somebody));
    }

    /// The brokers hear of a change one after the other.
    private static void awaitBrokers(Callable<Boolean> heard) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).until(heard);
    }

    private static Predicate<Somebody> attempt(User user, Grant grant) {
        var resource = grant.resource();
        return switch (resource.resourceType()) {
            case TOPIC -> onTopic(grant, anyOf(resource, Topics.PAYMENTS));
            case GROUP -> onGroup(user, grant, anyOf(resource, "a-strangers-group"));
            case TRANSACTIONAL_ID -> somebody -> somebody.transactsAs(anyOf(resource, "any"));
            case CLUSTER, DELEGATION_TOKEN, USER, ANY, UNKNOWN -> throw unknown(grant);
        };
    }

    private static Predicate<Somebody> onTopic(Grant grant, String topic) {
        return switch (grant.operation()) {
            case READ -> somebody -> somebody.reads(topic);
            case WRITE -> somebody -> somebody.writes(topic);
            case DESCRIBE -> somebody -> somebody.describes(topic);
            case DESCRIBE_CONFIGS -> somebody -> somebody.describesConfigsOf(topic);
            default -> throw unknown(grant);
        };
    }

    private static Predicate<Somebody> onGroup(User user, Grant grant, String group) {
        var readable =
                user.name().equals(Users.DLQ_REPLAYER)
                        ? Topics.deadLetters(Topics.PAYMENT_CONSUMER)
                        : Topics.ORDERS;
        return switch (grant.operation()) {
            case READ -> somebody -> somebody.commits(group, readable);
            case DESCRIBE -> somebody -> somebody.describesGroup(group);
            case DELETE -> somebody -> somebody.deletesOffsets(group, readable);
            default -> throw unknown(grant);
        };
    }

    /// One that the pattern matches.
    private static String anyOf(ResourcePattern pattern, String ofAll) {
        if (pattern.patternType() == PatternType.PREFIXED) {
            return switch (pattern.name()) {
                case "payment-consumer.retry." -> "payment-consumer.retry.60s";
                case "order-status-" -> Topics.ORDER_STATUS_ORDERS_CHANGELOG;
                case String prefix -> prefix + "1";
            };
        }
        return pattern.name().equals(ResourcePattern.WILDCARD_RESOURCE) ? ofAll : pattern.name();
    }

    private static AssertionError unknown(Grant grant) {
        return new AssertionError("No attempt shows that this is needed: " + grant);
    }
}

package dev.kafkaorders.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ListingTests {

    @Test
    void hasALineForEachRight() {
        var rights = Users.all().stream().mapToInt(user -> user.grants().size()).sum();
        assertThat(Listing.table().lines())
                .hasSize(rights + 1)
                .anyMatch(line -> line.matches("order-producer +WRITE +TOPIC orders +.+"))
                .anyMatch(line ->
                        line.matches(
                                "payment-consumer +READ +TOPIC payment-consumer.retry.\\* +.+"));
    }

    @Test
    void tellsOtherToolsTopicsUsersAndRights() {
        var list = new JsonMapper().readTree(Listing.json((short) 3));
        assertThat(list.at("/topics/0/name").asString()).isEqualTo("orders");
        assertThat(list.at("/topics/0/partitions").asInt()).isEqualTo(6);
        assertThat(list.at("/topics/0/replicas").asInt()).isEqualTo(3);
        assertThat(list.at("/topics/0/configs/min.insync.replicas").asString()).isEqualTo("2");
        assertThat(list.at("/users").size()).isEqualTo(Users.all().size());
        assertThat(list.at("/users/0/name").asString()).isEqualTo("order-producer");
        var acl = list.at("/users/0/acls/0");
        assertThat(acl.at("/operation").asString()).isEqualTo("WRITE");
        assertThat(acl.at("/resourceType").asString()).isEqualTo("TOPIC");
        assertThat(acl.at("/name").asString()).isEqualTo("orders");
        assertThat(acl.at("/patternType").asString()).isEqualTo("LITERAL");
    }
}

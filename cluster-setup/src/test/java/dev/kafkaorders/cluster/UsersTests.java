package dev.kafkaorders.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkaorders.events.Topics;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class UsersTests {

    private static final List<AclOperation> SWEEPING =
            List.of(AclOperation.ALL, AclOperation.ALTER, AclOperation.CLUSTER_ACTION);

    @Test
    void grantNobodyEverything() {
        assertThat(Users.all())
                .flatExtracting(User::grants)
                .noneMatch(grant -> SWEEPING.contains(grant.operation()))
                .noneMatch(grant -> grant.resource().resourceType() == ResourceType.CLUSTER);
    }

    @Test
    void grantNothingTwice() {
        assertThat(Users.all())
                .flatExtracting(
                        user -> user.grants().stream().map(it -> it.bindingOf(user)).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void haveNoSuperUserAmongThem() {
        assertThat(Users.all())
                .extracting(User::name)
                .doesNotContainAnyElementsOf(Users.SUPER_USERS);
    }

    @Test
    void nameTopicsThatAreCreated() {
        var created = Topics.definitions((short) 3).stream().map(NewTopic::name).toList();
        assertThat(Users.all())
                .flatExtracting(User::grants)
                .extracting(Grant::resource)
                .filteredOn(resource -> resource.resourceType() == ResourceType.TOPIC)
                .filteredOn(resource -> !resource.name().equals("*"))
                .allMatch(resource ->
                        resource.patternType() == PatternType.LITERAL
                                ? created.contains(resource.name())
                                : created.stream().anyMatch(it -> it.startsWith(resource.name())));
    }

    @Test
    void allowFromAnyHost() {
        var auditor = Users.named(Users.AUDITOR);
        var entry = auditor.grants().getFirst().bindingOf(auditor).entry();
        assertThat(entry.principal()).isEqualTo("User:auditor");
        assertThat(entry.host()).isEqualTo("*");
        assertThat(entry.permissionType()).isEqualTo(AclPermissionType.ALLOW);
    }

    @Test
    void knowNoStranger() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Users.named("stranger"))
                .withMessage("Not in the list: stranger");
    }
}

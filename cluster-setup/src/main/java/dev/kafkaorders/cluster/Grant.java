package dev.kafkaorders.cluster;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// One thing that a user may do, from any host. Reading and writing imply describing.
///
/// @param use what the user would not get done without it
public record Grant(AclOperation operation, ResourcePattern resource, String use) {

    static Grant to(AclOperation operation, ResourcePattern resource, String use) {
        return new Grant(operation, resource, use);
    }

    static ResourcePattern topic(String name) {
        return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
    }

    static ResourcePattern topicsFrom(String prefix) {
        return new ResourcePattern(ResourceType.TOPIC, prefix, PatternType.PREFIXED);
    }

    static ResourcePattern anyTopic() {
        return topic(ResourcePattern.WILDCARD_RESOURCE);
    }

    static ResourcePattern group(String name) {
        return new ResourcePattern(ResourceType.GROUP, name, PatternType.LITERAL);
    }

    static ResourcePattern groupsFrom(String prefix) {
        return new ResourcePattern(ResourceType.GROUP, prefix, PatternType.PREFIXED);
    }

    static ResourcePattern anyGroup() {
        return group(ResourcePattern.WILDCARD_RESOURCE);
    }

    static ResourcePattern transactionalId(String name) {
        return new ResourcePattern(ResourceType.TRANSACTIONAL_ID, name, PatternType.LITERAL);
    }

    static ResourcePattern transactionalIdsFrom(String prefix) {
        return new ResourcePattern(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED);
    }

    /// As Kafka stores it.
    public AclBinding bindingOf(User user) {
        return new AclBinding(
                resource,
                new AccessControlEntry(user.principal(), "*", operation, AclPermissionType.ALLOW));
    }
}

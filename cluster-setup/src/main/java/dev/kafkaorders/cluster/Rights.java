package dev.kafkaorders.cluster;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/// Gives the users of the list the rights that it has for them, and takes all others of theirs
/// away. Rights of those who aren't in the list stay, and are named.
record Rights(Admin admin, List<User> users) {

    void apply(Report report) {
        var bindings =
                Answers.of(admin.describeAcls(AclBindingFilter.ANY).values(), "list the rights");
        var principals = users.stream().map(User::principal).collect(toSet());
        var ours =
                bindings.stream()
                        .filter(binding -> principals.contains(binding.entry().principal()))
                        .collect(toSet());
        var wanted = users.stream().flatMap(Rights::of).collect(toSet());
        var missing = without(wanted, ours);
        Answers.of(admin.createAcls(missing).all(), "grant rights");
        missing.forEach(binding -> report.changed("granted: " + text(binding)));
        var surplus = without(ours, wanted);
        Answers.of(
                admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all(),
                "take rights away");
        surplus.forEach(binding -> report.changed("taken away: " + text(binding)));
        without(bindings, ours).stream()
                .map(binding -> "left alone, as its user isn't in the list: " + text(binding))
                .forEach(report::noticed);
    }

    private static Stream<AclBinding> of(User user) {
        return user.grants().stream().map(grant -> grant.bindingOf(user));
    }

    private static Set<AclBinding> without(
            Collection<AclBinding> bindings, Collection<AclBinding> others) {
        var rest = new HashSet<>(bindings);
        rest.removeAll(others);
        return rest;
    }

    private static String text(AclBinding binding) {
        var entry = binding.entry();
        var pattern = binding.pattern();
        return "%s %s %s %s %s%s"
                .formatted(
                        entry.principal(),
                        entry.permissionType(),
                        entry.operation(),
                        pattern.resourceType(),
                        pattern.name(),
                        switch (pattern.patternType()) {
                            case PREFIXED -> "*";
                            case LITERAL, MATCH, ANY, UNKNOWN -> "";
                        });
    }
}

package dev.kafkaorders.cluster;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/// Lets the users of the list log in. Kafka keeps no password that could be compared, so each is
/// set anew; who is logged in stays so.
record Passwords(Admin admin, List<User> users, UnaryOperator<String> passwords) {

    static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;

    /// As many as Kafka accepts at least: a password that is random needs no more, and every
    /// connection costs the client so many.
    private static final int ITERATIONS = 4096;

    void apply(Report report) {
        var known = Answers.of(admin.describeUserScramCredentials().users(), "ask who may log in");
        var alterations = users.stream().map(this::alteration).toList();
        Answers.of(admin.alterUserScramCredentials(alterations).all(), "set passwords");
        users.stream()
                .map(User::name)
                .filter(name -> !known.contains(name))
                .forEach(name -> report.changed("user %s may log in".formatted(name)));
    }

    private UserScramCredentialAlteration alteration(User user) {
        return new UserScramCredentialUpsertion(
                user.name(),
                new ScramCredentialInfo(MECHANISM, ITERATIONS),
                passwords.apply(user.name()));
    }
}

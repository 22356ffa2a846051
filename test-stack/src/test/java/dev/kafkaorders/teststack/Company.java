package dev.kafkaorders.teststack;

import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.cluster.User;
import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/// Everybody of the list, logged in to a cluster whose topics have a record each.
final class Company implements AutoCloseable {

    static final String STRANGERS_TOPIC = "a-strangers-topic";

    private final Somebody administrator;
    private final Map<String, Somebody> everybody;

    Company() {
        TestStack.get().reset();
        administrator = new Somebody(Users.ADMIN);
        var listed = Topics.definitions((short) 1).stream().map(NewTopic::name).toList();
        administrator.creates(STRANGERS_TOPIC);
        Stream.concat(listed.stream(), Stream.of(STRANGERS_TOPIC)).forEach(administrator::writes);
        everybody =
                Users.all().stream().map(User::name).collect(toMap(name -> name, Somebody::new));
    }

    Somebody administrator() {
        return administrator;
    }

    Somebody named(String user) {
        return Objects.requireNonNull(everybody.get(user));
    }

    @Override
    public void close() {
        everybody.values().forEach(Somebody::close);
        administrator.close();
    }
}

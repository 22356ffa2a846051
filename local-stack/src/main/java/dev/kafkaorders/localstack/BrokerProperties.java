package dev.kafkaorders.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.cluster.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A node's `server.properties`: what all brokers of the suite are set to, and what is this node's
/// own.
final class BrokerProperties {
    /// Any will do, as long as the nodes agree: 16 bytes in Base64, here `kafka-orders-001`.
    static final String CLUSTER_ID = "a2Fma2Etb3JkZXJzLTAwMQ";

    private static final String COMMON = "broker.properties";

    private BrokerProperties() {}

    /// With the brokers' own password in it: for its owner's eyes.
    static String of(KafkaSettings settings, KafkaUsers users, int node, Path data) {
        return common()
                + """

                node.id=%1$d
                controller.quorum.voters=%2$s
                # Loopback only: there is no encryption.
                listeners=CLIENTS://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%4$d%8$s
                advertised.listeners=CLIENTS://127.0.0.1:%3$d%9$s
                listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT%10$s
                inter.broker.listener.name=CLIENTS
                log.dirs=%5$s

                # Everybody logs in, the brokers among themselves too. The quorum can't ask the metadata who may, because
                # it is what keeps them: it has its one user in here.
                sasl.enabled.mechanisms=SCRAM-SHA-512
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
                listener.name.clients.scram-sha-512.sasl.jaas.config=%6$s
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.controller.plain.sasl.jaas.config=%7$s
                """
                        .formatted(
                                node,
                                voters(settings),
                                settings.brokerPort(node),
                                settings.controllerPort(node),
                                data,
                                scram(users),
                                plain(users),
                                each(settings, detour -> "," + detour.listener(node)),
                                each(settings, detour -> "," + detour.advertisedListener(node)),
                                each(settings, detour -> "," + detour.name() + ":SASL_PLAINTEXT"))
                + each(settings, detour -> login(detour, users));
    }

    private static String each(KafkaSettings settings, Function<Detour, String> text) {
        return settings.detours().stream().map(text).collect(Collectors.joining());
    }

    private static String login(Detour detour, KafkaUsers users) {
        return "listener.name.%s.scram-sha-512.sasl.jaas.config=%s\n"
                .formatted(detour.lowerCaseName(), scram(users));
    }

    private static String common() {
        try (var file =
                Objects.requireNonNull(BrokerProperties.class.getResourceAsStream(COMMON))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String scram(KafkaUsers users) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%1$s\" password=\"%2$s\";"
                .formatted(Users.BROKER, users.password(Users.BROKER));
    }

    private static String plain(KafkaUsers users) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
                .formatted(Users.BROKER, users.password(Users.BROKER));
    }

    private static String voters(KafkaSettings settings) {
        return IntStream.rangeClosed(1, KafkaSettings.NODES)
                .mapToObj(node -> node + "@127.0.0.1:" + settings.controllerPort(node))
                .collect(Collectors.joining(","));
    }
}

package dev.kafkaorders.localstack;

import dev.kafkaorders.cluster.Users;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A node's `server.properties`. Tuned so that faults are noticed within seconds and everything
/// fits on two cores; each group of settings says what it costs.
final class BrokerProperties {
    /// Any will do, as long as the nodes agree: 16 bytes in Base64, here `kafka-orders-001`.
    static final String CLUSTER_ID = "a2Fma2Etb3JkZXJzLTAwMQ";

    private BrokerProperties() {}

    /// With the brokers' own password in it: for its owner's eyes.
    static String of(KafkaSettings settings, KafkaUsers users, int node, Path data) {
        return """
        # Broker and controller in one process: three JVMs instead of six. In production, controllers stay apart, so
        # that a broker under load doesn't slow elections down.
        process.roles=broker,controller
        node.id=%1$d
        controller.quorum.voters=%2$s
        controller.listener.names=CONTROLLER
        # Loopback only: there is no encryption.
        listeners=CLIENTS://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%4$d
        advertised.listeners=CLIENTS://127.0.0.1:%3$d
        listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
        inter.broker.listener.name=CLIENTS
        log.dirs=%5$s

        # Everybody logs in, the brokers among themselves too. The quorum can't ask the metadata who may, because it is
        # what keeps them: it has its one user in here.
        sasl.enabled.mechanisms=SCRAM-SHA-512
        sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
        listener.name.clients.scram-sha-512.sasl.jaas.config=%7$s
        listener.name.controller.sasl.enabled.mechanisms=PLAIN
        sasl.mechanism.controller.protocol=PLAIN
        listener.name.controller.plain.sasl.jaas.config=%8$s
        # What isn't granted is denied, to all but these.
        authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
        allow.everyone.if.no.acl.found=false
        super.users=%6$s

        # A misspelt topic is an error, not a new topic with defaults. Costs: someone must create the topics.
        auto.create.topics.enable=false
        # Three copies. How many must have a record before it counts (min.insync.replicas) is set per topic, because
        # with eligible leader replicas the cluster refuses to change the broker's default later.
        default.replication.factor=3
        offsets.topic.replication.factor=3
        transaction.state.log.replication.factor=3
        transaction.state.log.min.isr=2
        share.coordinator.state.topic.replication.factor=3
        share.coordinator.state.topic.min.isr=2
        # 50 partitions each by default; a few are created in a fraction of the time. Costs: coordinators spread less.
        offsets.topic.num.partitions=6
        transaction.state.log.num.partitions=6
        share.coordinator.state.topic.num.partitions=6

        # A dead node is noticed within 2 s instead of 9 s, a dead leader of the quorum within 1 s instead of 2 s.
        # Costs: a node that pauses longer, say for a long garbage collection, is fenced and must catch up.
        broker.session.timeout.ms=2000
        broker.heartbeat.interval.ms=500
        controller.quorum.fetch.timeout.ms=1000
        controller.quorum.election.timeout.ms=500
        controller.quorum.election.backoff.max.ms=500
        controller.quorum.request.timeout.ms=1000
        # Leaders return to a node that came back within 10 s instead of 5 min. Costs: a short move of leaders.
        leader.imbalance.check.interval.seconds=10

        # A group starts with its first member instead of waiting 3 s for others. Costs: one more rebalance when the
        # others come.
        group.initial.rebalance.delay.ms=0
        # Members of KIP-848 groups report twice a second, and are gone after 5 s of silence instead of 45 s: so long
        # are the partitions of a killed consumer without one. Costs: heartbeats, and a consumer that is stopped for
        # longer loses its partitions.
        group.consumer.min.heartbeat.interval.ms=200
        group.consumer.heartbeat.interval.ms=500
        group.consumer.min.session.timeout.ms=2000
        group.consumer.session.timeout.ms=5000

        # A transaction that follows another at once waits for that one's markers; ask every few milliseconds whether
        # they are written instead of every 20 to 100. Costs: requests between brokers.
        add.partitions.to.txn.retry.backoff.ms=2
        add.partitions.to.txn.retry.backoff.max.ms=10
        # No client may hold readers back for longer than a minute (default 15), and a transaction that timed out is
        # aborted within 1 s instead of 10 s. Costs: a look at the open transactions each second.
        transaction.max.timeout.ms=60000
        transaction.abort.timed.out.transaction.cleanup.interval.ms=1000

        # Threads and buffers for two cores and 256 MB of heap. The log cleaner alone takes 128 MB by default. Costs:
        # it compacts large logs in more passes.
        num.network.threads=2
        num.io.threads=4
        background.threads=2
        log.cleaner.dedupe.buffer.size=4194304
        """
                .formatted(
                        node,
                        voters(settings),
                        settings.brokerPort(node),
                        settings.controllerPort(node),
                        data,
                        superUsers(),
                        scram(users),
                        plain(users));
    }

    private static String superUsers() {
        return Users.SUPER_USERS.stream()
                .map(user -> "User:" + user)
                .collect(Collectors.joining(";"));
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

package dev.kafkaorders.localstack;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.InParallel;
import dev.kafkaorders.localstack.process.Loopback;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.StartFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Three combined KRaft nodes in a process folder. Whoever starts them answers for ending them;
/// [LocalKafka] does both.
public final class KafkaCluster {
    private static final Duration START = Duration.ofMinutes(2);

    private final KafkaSettings settings;
    private final ProcessFolder processes;
    private final KafkaUsers users;
    private final List<KafkaNode> nodes;

    /// Starts nothing yet. Nobody is to measure it.
    ///
    /// @throws StartFailed when the broker's jars aren't there
    public KafkaCluster(KafkaSettings settings, ProcessFolder processes) {
        this(settings, Optional.empty(), processes);
    }

    /// Starts nothing yet.
    ///
    /// @param metrics where the nodes serve theirs
    /// @throws StartFailed when the broker's jars aren't there
    public KafkaCluster(
            KafkaSettings settings, Optional<BrokerMetrics> metrics, ProcessFolder processes) {
        this.settings = settings;
        this.processes = processes;
        users = new KafkaUsers(settings.directory(), bootstrapServers());
        var distribution = KafkaDistribution.locate();
        nodes =
                IntStream.rangeClosed(1, KafkaSettings.NODES)
                        .mapToObj(id ->
                                new KafkaNode(
                                        settings, users, distribution, metrics, processes, id))
                        .toList();
    }

    public String bootstrapServers() {
        return settings.brokerPorts().stream()
                .map(port -> "127.0.0.1:" + port)
                .collect(Collectors.joining(","));
    }

    /// What a client needs to log in as one of [dev.kafkaorders.cluster.Users].
    public Map<String, String> clientProperties(String user) {
        return users.clientProperties(user);
    }

    /// What one of [dev.kafkaorders.cluster.Users] logs in with.
    public String password(String user) {
        return users.password(user);
    }

    /// Starts all nodes side by side and makes them have the topics, users and rights of the list.
    /// Returns when all three serve clients and are in sync, so that any one may leave.
    ///
    /// @throws StartFailed when a node ends, or two minutes are not enough
    public void start() {
        nodes.forEach(KafkaNode::mustFit);
        users.prepare();
        InParallel.run(nodes.stream().<Runnable>map(node -> node::start).toList());
        await(nodes, () -> nodes.stream().allMatch(this::isListening));
        try (var view = view()) {
            await(nodes, () -> view.hasBrokers(KafkaSettings.NODES));
            view.setUp(users);
            await(nodes, () -> nodes.stream().allMatch(node -> view.isInSync(node.id())));
        }
    }

    /// SIGKILL. Does nothing when the node doesn't run.
    ///
    /// @param id 1, 2 or 3
    public void killNode(int id) {
        processes.running(node(id).name()).ifPresent(ChildProcess::kill);
    }

    /// All nodes keep what they have and answer nobody, as if the network were gone.
    public void freeze() {
        nodes.forEach(node -> processes.running(node.name()).ifPresent(ChildProcess::suspend));
    }

    /// Ends [#freeze()].
    public void thaw() {
        nodes.forEach(node -> processes.running(node.name()).ifPresent(ChildProcess::resume));
    }

    /// Starts a node that is down. Returns when it is in sync again in all its partitions, so that
    /// another one may leave.
    ///
    /// @param id 1, 2 or 3
    /// @throws StartFailed when it runs already, ends, or two minutes are not enough
    public void startNode(int id) {
        var node = node(id);
        node.start();
        await(List.of(node), () -> isListening(node));
        try (var view = view()) {
            await(List.of(node), () -> view.isInSync(id));
        }
    }

    /// Whether the node runs and is in sync in all its partitions.
    public boolean isReady(int id) {
        if (!isListening(node(id))) {
            return false;
        }
        try (var view = view()) {
            return view.isInSync(id);
        }
    }

    private ClusterView view() {
        return new ClusterView(users.clientProperties(Users.ADMIN));
    }

    private KafkaNode node(int id) {
        return nodes.get(id - 1);
    }

    private boolean isListening(KafkaNode node) {
        return Loopback.accepts(settings.brokerPort(node.id()));
    }

    private void await(List<KafkaNode> started, BooleanSupplier ready) {
        var inTime =
                Await.atMost(
                        START,
                        () -> started.stream().anyMatch(this::ended) || ready.getAsBoolean());
        started.stream().filter(this::ended).forEach(this::reportEnd);
        if (!inTime) {
            throw StartFailed.seeLog(
                    "Kafka is not ready after " + START.toSeconds() + " s",
                    log(started.getFirst()));
        }
    }

    private void reportEnd(KafkaNode node) {
        throw StartFailed.seeLog(node.name() + " ended while it started", log(node));
    }

    private Path log(KafkaNode node) {
        return processes.log(node.name());
    }

    private boolean ended(KafkaNode node) {
        return processes.running(node.name()).isEmpty();
    }
}

package dev.kafkaorders.replayer.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.DlqReplayerApplication;
import dev.kafkaorders.teststack.TestStack;
import dev.kafkaorders.teststack.TestStack.Outage;
import dev.kafkaorders.teststack.TopicReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Where a test plays: an empty Kafka, dead letters, and as many replayers as the test starts.
public final class Stage implements AutoCloseable {

    public static final String DEAD_LETTERS = Topics.deadLetters(Topics.PAYMENT_CONSUMER);

    private final TestStack stack = TestStack.get();
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;
    private final TopicReader topics;
    private final List<Runnable> stops = new ArrayList<>();

    private Stage() {
        stack.reset();
        admin = Admin.create(stack.clientAs(Users.ADMIN));
        topics = stack.topicReader();
        var settings = stack.clientAs(Users.ADMIN);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public static Stage open() {
        return new Stage();
    }

    /// See [TestStack#loseBroker()].
    public Outage loseBroker() {
        return stack.loseBroker();
    }

    TestStack stack() {
        return stack;
    }

    /// Starts a replayer inside this JVM, with properties like `replayer.replays.batch=10`, and
    /// waits until it is ready.
    public Door start(String... properties) {
        var door = startUnready(properties);
        door.awaitReady();
        return door;
    }

    /// Starts a replayer inside this JVM, and doesn't wait.
    public Door startUnready(String... properties) {
        var context =
                new SpringApplicationBuilder(DlqReplayerApplication.class)
                        .run(arguments(properties).toArray(String[]::new));
        stops.add(context::close);
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return new Door(Integer.parseInt(port));
    }

    /// Starts a replayer as a process of its own.
    public ReplayerProcess startProcess(String... properties) {
        var process = ReplayerProcess.start(arguments(properties));
        stops.add(process::close);
        return process;
    }

    /// Stops what was started last.
    public void stopLast() {
        stops.removeLast().run();
    }

    private List<String> arguments(String... properties) {
        return Stream.of(
                        Stream.of(
                                "server.port=0",
                                "replayer.viewer.password=look",
                                "replayer.operator.password=" + Door.PASSWORD),
                        stack.serviceAs(Users.DLQ_REPLAYER).properties().entrySet().stream()
                                .map(Object::toString),
                        Arrays.stream(properties))
                .flatMap(part -> part)
                .map(property -> "--" + property)
                .toList();
    }

    /// Writes dead letters, and waits until they are there.
    public void die(Letter... letters) {
        die(List.of(letters));
    }

    public void die(Collection<Letter> letters) {
        letters.forEach(letter -> {
            var _ = producer.send(letter.toRecord(DEAD_LETTERS));
        });
        producer.flush();
    }

    /// Dead letters of as many orders, spread over all partitions.
    public List<Letter> die(int orders) {
        var letters =
                IntStream.range(0, orders)
                        .mapToObj(number ->
                                Letter.order(new UUID(7, number), "pm_broken")
                                        .on(number % Topics.PARTITIONS))
                        .toList();
        die(letters);
        return letters;
    }

    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return topics.read(topic);
    }

    /// How far a consumer group is, per partition of the dead-letter topic.
    public Map<Integer, Long> committed(String group) {
        try {
            var offsets = new HashMap<Integer, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) ->
                            offsets.put(partition.partition(), offset.offset()));
            return offsets;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many record copies are in a topic per key.
    public Map<String, Integer> copies(String topic) {
        var copies = new HashMap<String, Integer>();
        read(topic)
                .forEach(record -> copies.merge(new String(record.key(), UTF_8), 1, Integer::sum));
        return copies;
    }

    public void awaitRecords(String topic, int atLeast) {
        await().until(() -> read(topic).size() >= atLeast);
    }

    /// The largest record batch that a topic takes from now on.
    public void limit(String topic, int bytes) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
        var change = new AlterConfigOp(entry, AlterConfigOp.OpType.SET);
        try {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stops.reversed().forEach(Runnable::run);
        producer.close();
        topics.close();
        admin.close();
    }
}

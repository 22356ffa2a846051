package dev.kafkaorders.cluster;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/// Creates the topics that are missing and gives the others the settings of the list. Partitions
/// and replicas of a topic that is there stay: more partitions would send the keys of half-finished
/// orders elsewhere, and replicas are moved by whoever knows the cluster's load.
record TopicSetup(Admin admin, Collection<NewTopic> wanted) {

    void apply(Report report) {
        var there = Answers.of(admin.listTopics().names(), "list topics");
        var missing = wanted.stream().filter(topic -> !there.contains(topic.name())).toList();
        var created = create(missing);
        created.forEach(name -> report.changed("topic %s created".formatted(name)));
        var present = wanted.stream().filter(topic -> !created.contains(topic.name())).toList();
        if (!present.isEmpty()) {
            compareShapes(present, report);
            alignSettings(present, report);
        }
    }

    /// Those that were created: another setup, or a broker that has not heard of it, may have come
    /// in between.
    private List<String> create(List<NewTopic> missing) {
        var answers = admin.createTopics(missing).values();
        return missing.stream()
                .map(NewTopic::name)
                .filter(name -> isCreated(name, Objects.requireNonNull(answers.get(name))))
                .toList();
    }

    private static boolean isCreated(String name, KafkaFuture<Void> creation) {
        try {
            Answers.of(creation, "create the topic " + name);
            return true;
        } catch (SetupFailed e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private void compareShapes(List<NewTopic> topics, Report report) {
        var names = topics.stream().map(NewTopic::name).toList();
        var described =
                Answers.patiently(
                        () -> admin.describeTopics(names).allTopicNames(), "describe the topics");
        for (var topic : topics) {
            var actual = shape(Objects.requireNonNull(described.get(topic.name())));
            var listed = new Shape(topic.numPartitions(), topic.replicationFactor());
            if (!actual.equals(listed)) {
                report.complain(
                        "topic %s has %s, the list says %s: alter it by hand"
                                .formatted(topic.name(), actual, listed));
            }
        }
    }

    private static Shape shape(TopicDescription topic) {
        var partitions = topic.partitions();
        return new Shape(partitions.size(), partitions.getFirst().replicas().size());
    }

    private void alignSettings(List<NewTopic> topics, Report report) {
        var resources = topics.stream().collect(toMap(TopicSetup::resource, identity()));
        var configs =
                Answers.patiently(
                        () -> admin.describeConfigs(resources.keySet()).all(),
                        "describe the settings");
        var changes = new TreeMap<String, Map<String, String>>();
        configs.forEach((resource, config) -> {
            var different = different(Objects.requireNonNull(resources.get(resource)), config);
            if (!different.isEmpty()) {
                changes.put(resource.name(), different);
            }
        });
        var alterations =
                changes.entrySet().stream()
                        .collect(
                                toMap(
                                        change -> resource(change.getKey()),
                                        change -> settings(change.getValue())));
        Answers.of(admin.incrementalAlterConfigs(alterations).all(), "alter settings");
        changes.forEach((topic, settings) ->
                report.changed("topic %s now has %s".formatted(topic, text(settings))));
    }

    private static Map<String, String> different(NewTopic wanted, Config actual) {
        var different = new TreeMap<>(wanted.configs());
        different.entrySet().removeIf(setting -> hasAlready(actual, setting));
        return different;
    }

    private static boolean hasAlready(Config actual, Map.Entry<String, String> setting) {
        var entry = actual.get(setting.getKey());
        return entry != null && setting.getValue().equals(entry.value());
    }

    private static Collection<AlterConfigOp> settings(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting ->
                        new AlterConfigOp(
                                new ConfigEntry(setting.getKey(), setting.getValue()),
                                AlterConfigOp.OpType.SET))
                .toList();
    }

    private static String text(Map<String, String> settings) {
        return settings.entrySet().stream().map(Map.Entry::toString).collect(joining(", "));
    }

    private static ConfigResource resource(NewTopic topic) {
        return resource(topic.name());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private record Shape(int partitions, int replicas) {
        @Override
        public String toString() {
            return "%d partitions and %d replicas".formatted(partitions, replicas);
        }
    }
}

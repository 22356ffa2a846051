package dev.kafkaorders.replayer.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.ConsumerControl;
import dev.kafkaorders.events.ConsumerControlJson;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import dev.kafkaorders.replayer.cluster.SureProducer;
import dev.kafkaorders.replayer.group.ConsumerGroup;
import dev.kafkaorders.replayer.group.ConsumerGroups;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Stops and starts the consumers of groups that read [Topics#CONSUMER_CONTROL], wherever their
/// instances are.
@Component
public class GroupControl {

    private static final Logger log = LoggerFactory.getLogger(GroupControl.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final SureProducer producer;
    private final ConsumerGroups groups;
    private final ControlSettings settings;
    private final Clock clock;
    private final ConsumerControlJson json = new ConsumerControlJson();

    GroupControl(
            SureProducer producer, ConsumerGroups groups, ControlSettings settings, Clock clock) {
        this.producer = producer;
        this.groups = groups;
        this.settings = settings;
        this.clock = clock;
    }

    /// Whether the group's services listen.
    public boolean canStop(String group) {
        return settings.groups().contains(group);
    }

    /// How long a stop lasts at most, and hence whatever is done during one.
    public Duration deadline() {
        return settings.deadline();
    }

    /// Asks all consumers of the group to leave, and waits until they have. They come back by
    /// themselves at the deadline if they aren't called back before.
    ///
    /// @return whether the group is empty; if not, it is still to be called back
    /// @throws KafkaUnavailableException when Kafka doesn't answer
    public boolean stop(String group, String by) {
        write(group, ConsumerControl.stop(by, clock.instant(), settings.deadline()));
        var giveUp = clock.instant().plus(settings.patience());
        while (clock.instant().isBefore(giveUp)) {
            if (!groups.named(group).map(ConsumerGroup::isActive).orElse(false)) {
                return true;
            }
            pause();
        }
        return false;
    }

    /// Calls the group's consumers back. When that fails, they come back at the deadline.
    public void run(String group, String by) {
        try {
            write(group, ConsumerControl.run(by, clock.instant()));
        } catch (KafkaUnavailableException e) {
            log.atWarn()
                    .addKeyValue("consumerGroup", group)
                    .addKeyValue("deadline", settings.deadline())
                    .setCause(e)
                    .log("A stopped group was not called back and comes back at its deadline");
        }
    }

    private void write(String group, ConsumerControl control) {
        producer.write(
                new ProducerRecord<>(
                        Topics.CONSUMER_CONTROL, group.getBytes(UTF_8), json.write(control)));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException("wait for a group to be empty", e);
        }
    }
}

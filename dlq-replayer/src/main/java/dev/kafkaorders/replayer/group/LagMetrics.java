package dev.kafkaorders.replayer.group;

import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/// `kafka.group.lag` of every group and partition, and `kafka.group.members`. The brokers are asked
/// in the background, so it is there when the consumers are dead, and a scrape costs nothing.
/// `kafka.group.lag.age` says how old the figures are: they stay while Kafka is away.
@Component
class LagMetrics implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(LagMetrics.class);

    private final ConsumerGroups groups;
    private final LagSettings settings;
    private final Clock clock;
    private final MultiGauge lag;
    private final MultiGauge members;
    private volatile Instant measured;

    LagMetrics(ConsumerGroups groups, LagSettings settings, Clock clock, MeterRegistry meters) {
        this.groups = groups;
        this.settings = settings;
        this.clock = clock;
        this.lag = MultiGauge.builder("kafka.group.lag").register(meters);
        this.members = MultiGauge.builder("kafka.group.members").register(meters);
        this.measured = clock.instant();
        TimeGauge.builder("kafka.group.lag.age", this, TimeUnit.MILLISECONDS, LagMetrics::ageMillis)
                .register(meters);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::measure, settings.interval());
    }

    private void measure() {
        try {
            var all = groups.all();
            lag.register(all.stream().flatMap(LagMetrics::rows).toList(), true);
            members.register(
                    all.stream()
                            .<MultiGauge.Row<?>>map(group ->
                                    MultiGauge.Row.of(
                                            Tags.of("group", group.group()),
                                            group.members().size()))
                            .toList(),
                    true);
            measured = clock.instant();
        } catch (KafkaUnavailableException e) {
            log.atWarn().setCause(e).log("Lag was not measured");
        }
    }

    private static Stream<MultiGauge.Row<?>> rows(ConsumerGroup group) {
        return group.partitions().stream()
                .flatMap(partition ->
                        Optional.ofNullable(partition.lag())
                                .<MultiGauge.Row<?>>map(
                                        lag -> MultiGauge.Row.of(tags(group, partition), lag))
                                .stream());
    }

    private static Tags tags(ConsumerGroup group, Progress partition) {
        return Tags.of(
                "group",
                group.group(),
                "topic",
                partition.topic(),
                "partition",
                String.valueOf(partition.partition()));
    }

    private double ageMillis() {
        return Duration.between(measured, clock.instant()).toMillis();
    }
}

package dev.kafkaorders.lab.benchmark.micro;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.frame.Round;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// A JMH benchmark in a JVM of its own, half of a round to warm up and half that counts.
final class JmhArm implements Arm {
    private final String name;
    private final String guarantee;
    private final Class<?> benchmark;
    private final String method;
    private final Path log;

    /// @param method that is annotated
    /// @param log what JMH says
    JmhArm(String name, String guarantee, Class<?> benchmark, String method, Path log) {
        this.name = name;
        this.guarantee = guarantee;
        this.benchmark = benchmark;
        this.method = method;
        this.log = log;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String guarantee() {
        return guarantee;
    }

    @Override
    public Measured measure(Round round) throws RunnerException {
        var half = TimeValue.milliseconds(Math.max(1, round.time().toMillis() / 2));
        var options =
                new OptionsBuilder()
                        .include("^" + Pattern.quote(benchmark.getName() + "." + method) + "$")
                        .mode(Mode.Throughput)
                        .timeUnit(TimeUnit.SECONDS)
                        .forks(1)
                        .warmupIterations(1)
                        .warmupTime(half)
                        .measurementIterations(1)
                        .measurementTime(half)
                        .output(log.toString())
                        .build();
        var result = new Runner(options).runSingle();
        return Measured.of(Metric.RATE, result.getPrimaryResult().getScore());
    }
}

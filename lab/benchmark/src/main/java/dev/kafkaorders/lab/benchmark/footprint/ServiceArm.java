package dev.kafkaorders.lab.benchmark.footprint;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.localstack.Service;
import java.io.IOException;

/// Starts a service in each round, keeps it busy, and stops it.
final class ServiceArm implements Arm {
    static final Metric START = new Metric("start", "s", Metric.Better.LESS);

    private static final Metric IDLE = new Metric("memory when ready", "MiB", Metric.Better.LESS);
    private static final Metric BUSY = new Metric("after load", "MiB", Metric.Better.LESS);
    private static final Metric IMAGE = new Metric("image", "MiB", Metric.Better.LESS);

    private final BenchmarkStack stack;
    private final Service service;
    private final ServiceLoad load;

    ServiceArm(BenchmarkStack stack, Service service, ServiceLoad load) {
        this.stack = stack;
        this.service = service;
        this.load = load;
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public String guarantee() {
        return "from the start of its process until it says that it is ready; with a heap of 384"
                + " MiB";
    }

    @Override
    public Measured measure(Round round) throws Exception {
        try {
            var began = System.nanoTime();
            service.start();
            var measured =
                    Measured.of(START, (System.nanoTime() - began) / 1e9).with(IDLE, resident());
            load.last(round.time());
            measured = measured.with(BUSY, resident());
            var image = ImageSize.of(service.name());
            return image.isPresent() ? measured.with(IMAGE, image.getAsDouble()) : measured;
        } finally {
            service.stop();
        }
    }

    private double resident() throws IOException {
        var process = stack.processes().running(service.name()).orElseThrow();
        return Resident.of(process.pid());
    }
}

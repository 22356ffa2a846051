package dev.kafkaorders.lab.benchmark.footprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/// Of a service's image as `docker compose build` made it.
final class ImageSize {
    private static final double BYTES_PER_MIB = 1024 * 1024.0;

    private ImageSize() {}

    /// In MiB; empty where Docker doesn't answer or has no such image
    static OptionalDouble of(String service) throws InterruptedException {
        try {
            var docker =
                    new ProcessBuilder(
                                    "docker",
                                    "image",
                                    "inspect",
                                    "--format",
                                    "{{.Size}}",
                                    "kafka-orders/" + service)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var output =
                    new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            return docker.waitFor() == 0 && output.matches("\\d+")
                    ? OptionalDouble.of(Long.parseLong(output) / BYTES_PER_MIB)
                    : OptionalDouble.empty();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }
}

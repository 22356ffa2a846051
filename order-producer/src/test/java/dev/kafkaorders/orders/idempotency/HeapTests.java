package dev.kafkaorders.orders.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.localstack.process.JavaCommand;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/// Where what is kept fills the old generation, the whole heap is collected several times a second.
/// Nothing fails then, all is slow.
class HeapTests {

    /// Half of what `docker-compose.yml` lets the container have, as in the image.
    private static final String HEAP = "-Xmx224m";

    private static final double MOST_FOR_KEYS = 0.7;

    @Test
    void theOldGenerationHasRoomForTheRestBesideAllKeys() throws Exception {
        var java =
                new ProcessBuilder(
                                JavaCommand.executable().toString(),
                                "@src/main/jvm.options",
                                HEAP,
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AllKeys.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var share = new String(java.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(java.waitFor()).isZero();
        assertThat(Double.parseDouble(share)).isBetween(0.1, MOST_FOR_KEYS);
    }

    /// A JVM that keeps as many keys as there may be, and tells which share of its old generation
    /// they take.
    static final class AllKeys {

        private AllKeys() {}

        public static void main(String[] arguments) {
            var settings =
                    new Binder(List.of())
                            .bindOrCreate("orders.idempotency", IdempotencySettings.class);
            var memory = new Memory(settings);
            var now = Instant.now();
            for (var number = 0; number < settings.maxKeys(); number++) {
                var request = Fingerprint.of(Integer.toString(number).getBytes(UTF_8));
                memory.learn(
                        UUID.randomUUID(),
                        new Entry(
                                Entry.State.ACCEPTED, request, now.plusMillis(number), "one", true),
                        now);
            }
            System.gc();
            System.out.println(usedShare(oldGeneration()));
            Reference.reachabilityFence(memory);
        }

        private static MemoryPoolMXBean oldGeneration() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Tenured Gen"))
                    .findFirst()
                    .orElseThrow();
        }

        private static double usedShare(MemoryPoolMXBean pool) {
            var usage = pool.getUsage();
            return (double) usage.getUsed() / usage.getMax();
        }
    }
}

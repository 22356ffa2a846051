package dev.kafkaorders.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who listens on a port: from `/proc` on Linux, from `lsof` elsewhere.
public final class PortOwner {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";

    private PortOwner() {}

    /// Such as `process 4711 (python3 -m http.server)`. A process of somebody else can be out of
    /// sight.
    public static String describe(int port) {
        var pid =
                Files.isDirectory(PROC.resolve("self/fd")) ? pidFromProc(port) : pidFromLsof(port);
        return pid.flatMap(ProcessHandle::of)
                .map(handle -> "process %d (%s)".formatted(handle.pid(), command(handle)))
                .orElse("a process that this user can't see");
    }

    private static String command(ProcessHandle handle) {
        return handle.info()
                .commandLine()
                .or(() -> handle.info().command())
                .orElse("of another user");
    }

    /// A line of `/proc/net/tcp` names a socket by inode; whose it is shows in the open files of
    /// the processes.
    private static Optional<Long> pidFromProc(int port) {
        var sockets = listeningSockets(port);
        return ProcessHandle.allProcesses()
                .filter(handle -> hasOpen(handle.pid(), sockets))
                .map(ProcessHandle::pid)
                .findFirst();
    }

    private static Set<String> listeningSockets(int port) {
        var suffix = ":%04X".formatted(port);
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(file -> lines(PROC.resolve(file)))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9)
                .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTEN))
                .map(columns -> "socket:[" + columns[9] + "]")
                .collect(Collectors.toSet());
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean hasOpen(long pid, Set<String> sockets) {
        try (var files = Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<Long> pidFromLsof(int port) {
        try {
            var lsof =
                    new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t")
                            .start();
            var pids = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return pids.lines().findFirst().map(Long::valueOf);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

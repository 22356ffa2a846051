package dev.kafkaorders.localstack.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The command `docker compose`, for the project in a directory. Its own variables work as ever:
/// `COMPOSE_FILE` adds an overlay.
///
/// @param project where `docker-compose.yml` is
record DockerCompose(Path project) {

    /// What the command prints.
    ///
    /// @throws StartFailed when it fails, with what it says
    String run(String... arguments) {
        var command = Stream.concat(Stream.of("docker", "compose"), Stream.of(arguments)).toList();
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(project.toFile())
                            .redirectError(ProcessBuilder.Redirect.PIPE)
                            .start();
            process.getOutputStream().close();
            var errors = new StringBuilder();
            var listener =
                    Thread.startVirtualThread(
                            () -> process.errorReader().lines().forEach(errors::append));
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            listener.join();
            return checked(command, process.waitFor(), output, errors.toString());
        } catch (IOException e) {
            throw new StartFailed("There is no docker compose here: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted", e);
        }
    }

    /// What the service `secrets` has chosen.
    String password(String name) {
        return run("run", "--rm", "-T", "--no-deps", "secrets", "show", name);
    }

    private static String checked(List<String> command, int status, String output, String errors) {
        if (status != 0) {
            throw new StartFailed("%s: %s".formatted(String.join(" ", command), errors));
        }
        return output.strip();
    }
}

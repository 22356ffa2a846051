package dev.kafkaorders.lab.stack;

import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A service's executable jar, where Maven puts it.
record ServiceJar(Path project, String service) {
    /// @throws StartFailed when it isn't built
    Path path() {
        var target = project.resolve(service).resolve("target");
        try (var jars = Files.newDirectoryStream(target, service + "-*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        } catch (IOException e) {
            throw new StartFailed(notBuilt(), e);
        }
        throw new StartFailed(notBuilt());
    }

    private String notBuilt() {
        return service + " isn't built: `mvn -DskipTests package` builds it, and so does ./demo.";
    }
}

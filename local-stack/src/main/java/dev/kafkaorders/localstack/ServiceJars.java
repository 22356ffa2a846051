package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The services' jars, where Maven puts them, and what their JVMs are started with.
///
/// @param project the root of the project
public record ServiceJars(Path project) {
    /// The jar to start that service from: [UnpackedJar].
    ///
    /// @throws StartFailed when it isn't built
    public Path of(String service) {
        var target = project.resolve(service).resolve("target");
        try (var jars = Files.newDirectoryStream(target, service + "-*.jar")) {
            for (var jar : jars) {
                return UnpackedJar.of(jar);
            }
        } catch (IOException e) {
            throw new StartFailed(notBuilt(service), e);
        }
        throw new StartFailed(notBuilt(service));
    }

    /// The options of the JVM that are that service's own, as its image has them: an argument file
    /// of the `java` launcher.
    public Path jvmOptions(String service) {
        return project.resolve(service).resolve("src/main/jvm.options");
    }

    private static String notBuilt(String service) {
        return service + " isn't built: `mvn -DskipTests package` builds it, and so does ./demo.";
    }
}

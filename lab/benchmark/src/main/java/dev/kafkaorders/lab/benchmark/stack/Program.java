package dev.kafkaorders.lab.benchmark.stack;

import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.JavaCommand;
import dev.kafkaorders.localstack.process.Jvm;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.ProcessKind;
import dev.kafkaorders.localstack.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A program of this JVM's class path, to be run in a JVM of its own.
///
/// @param jvmOptions an argument file of the `java` launcher
record Program(
        String name,
        Path jvmOptions,
        String main,
        List<String> arguments,
        Map<String, String> environment) {
    ChildProcess start(ProcessFolder processes) {
        var classPath = System.getProperty("java.class.path", "");
        var program =
                Stream.concat(
                                Stream.of("@" + jvmOptions, "-cp", classPath, main),
                                arguments.stream())
                        .toList();
        return processes.start(
                new ProcessSpec(
                        name,
                        ProcessKind.SERVICE,
                        JavaCommand.of(Jvm.MADE_TO_LAST, processes.temporary(name), program),
                        environment));
    }
}

package dev.kafkaorders.teststack;

import java.util.Locale;

/// Docker or child processes: the choice, why, and how to start it.
enum StackChoice {
    DOCKER,
    LOCAL;

    private static final String PROPERTY = "stack";

    static StackChoice make() {
        return make(System.getProperty(PROPERTY, "auto"), new DockerProbe());
    }

    /// Docker is only asked when the answer matters.
    static StackChoice make(String wanted, DockerProbe docker) {
        return switch (wanted) {
            case "local" -> announce(LOCAL, "-Dstack=local");
            case "docker" -> announce(DOCKER, "-Dstack=docker");
            case "auto" ->
                    switch (docker.ask()) {
                        case DockerProbe.Usable _ ->
                                announce(DOCKER, "Docker answers and has the images");
                        case DockerProbe.Unusable(String reason) -> announce(LOCAL, reason);
                    };
            default ->
                    throw new IllegalStateException(
                            "-Dstack=" + wanted + " is not one of auto, docker, local");
        };
    }

    TestStack start() {
        return switch (this) {
            case DOCKER -> new DockerStack();
            case LOCAL -> new LocalStack();
        };
    }

    // The choice belongs on the console of every build, whatever the logging configuration of the
    // tests.
    @SuppressWarnings("SystemOut")
    private static StackChoice announce(StackChoice choice, String reason) {
        System.out.println(
                "test stack: " + choice.name().toLowerCase(Locale.ROOT) + " (" + reason + ")");
        return choice;
    }
}

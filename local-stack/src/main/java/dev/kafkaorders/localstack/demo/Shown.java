package dev.kafkaorders.localstack.demo;

import java.nio.file.Path;

/// Paths for people.
final class Shown {

    private Shown() {}

    /// As somebody would type it who is in that folder: short below it, whole elsewhere.
    static Path from(Path folder, Path path) {
        var whole = path.toAbsolutePath().normalize();
        var here = folder.toAbsolutePath().normalize();
        return whole.startsWith(here) ? here.relativize(whole) : whole;
    }
}

package dev.kafkaorders.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedJarTests {
    @TempDir Path target;

    private Path jar;

    @BeforeEach
    void build() throws IOException {
        jar = target.resolve("tiny.jar");
        TinyJar.writeTo(jar);
    }

    @Test
    void isBesideTheJarAndWhole() {
        assertThat(UnpackedJar.of(jar))
                .isEqualTo(target.resolve("tiny-unpacked").resolve("tiny.jar"))
                .hasContent("taken apart");
        assertThat(target).isDirectoryNotContaining("glob:**unpacking*");
    }

    @Test
    void isMadeOnce() throws IOException {
        var unpacked = UnpackedJar.of(jar);
        Files.writeString(unpacked, "the first");
        assertThat(UnpackedJar.of(jar)).hasContent("the first");
    }

    @Test
    void isMadeAgainOfAnotherJar() throws IOException {
        var unpacked = UnpackedJar.of(jar);
        Files.writeString(unpacked, "the first");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(UnpackedJar.of(jar)).hasContent("taken apart");
    }

    @Test
    void saysWhatIsWrongWithAJarThatCannotBeTakenApart() throws IOException {
        Files.writeString(jar, "half a download");
        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> UnpackedJar.of(jar))
                .withMessageContaining("tiny.jar can't be taken apart: ");
        assertThat(target).isDirectoryNotContaining("glob:**unpack*");
    }
}

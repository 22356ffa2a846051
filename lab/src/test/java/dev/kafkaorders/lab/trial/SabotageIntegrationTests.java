package dev.kafkaorders.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.lab.sabotage.Sabotage;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The worst three; `./demo sabotage` tries all of them.
class SabotageIntegrationTests {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource(names = {"OFFSETS_FIRST", "PARKING_IGNORED", "ANSWERED_EARLY"})
    void isCaught(Sabotage sabotage) {
        var trial = Trial.of(sabotage, PROJECT, directory);

        assertThat(trial.isCaught()).as(trial.toString()).isTrue();
    }
}

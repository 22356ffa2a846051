package dev.kafkaorders.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTests {
    private final PidFile own = PidFile.ofThisProcess();

    @TempDir private Path directory;

    @Test
    void findsTheProcessAgain() {
        var file = directory.resolve("own.pid");

        own.write(file);

        assertThat(PidFile.read(file)).contains(own);
        assertThat(own.living()).contains(ProcessHandle.current());
    }

    @Test
    void takesALaterProcessWithTheSamePidForAnotherOne() {
        var recycled =
                new PidFile(own.pid(), own.started().minus(Duration.ofMinutes(1)), own.kind());

        assertThat(recycled.living()).isEmpty();
    }

    @Test
    void doesNotGuessFromABrokenFile() throws Exception {
        var file = Files.writeString(directory.resolve("broken.pid"), "pid=1\nstarted=yest");

        assertThat(PidFile.read(file)).isEmpty();
        assertThat(PidFile.read(directory.resolve("none.pid"))).isEmpty();
    }
}

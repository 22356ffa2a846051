package dev.kafkaorders.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTests {
    @Test
    void startsEverythingWhenNothingElseIsAskedFor() {
        assertThat(parse()).isEqualTo(new Command.Everything(false));
        assertThat(parse("--exit")).isEqualTo(new Command.Everything(true));
    }

    @Test
    void takesNames() {
        assertThat(parse("kill", "kafka-1")).isEqualTo(new Command.Kill("kafka-1"));
        assertThat(parse("start", "kafka-1")).isEqualTo(new Command.Start("kafka-1"));
        assertThat(parse("logs", "-f", "postgres")).isEqualTo(new Command.Logs("postgres", true));
        assertThat(parse("logs", "postgres")).isEqualTo(new Command.Logs("postgres", false));
    }

    @Test
    void givesTheTourOnTheStackThatIsAskedFor() {
        assertThat(parse("tour")).isEqualTo(new Command.TourAgain());
        assertThat(parse("tour", "--compose")).isEqualTo(new Command.TourOnCompose());
    }

    @Test
    void understandsNothingElse() {
        assertThat(parse("dance")).isEqualTo(new Command.NotUnderstood());
        assertThat(parse("kill")).isEqualTo(new Command.NotUnderstood());
        assertThat(parse("kill", "kafka-1", "kafka-2")).isEqualTo(new Command.NotUnderstood());
        assertThat(parse("up", "--exit")).isEqualTo(new Command.NotUnderstood());
    }

    private static Command parse(String... arguments) {
        return Command.parse(List.of(arguments));
    }
}

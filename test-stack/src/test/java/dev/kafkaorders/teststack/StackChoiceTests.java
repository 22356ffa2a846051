package dev.kafkaorders.teststack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class StackChoiceTests {

    private final DockerProbe docker = answering(new DockerProbe.Usable());
    private final DockerProbe noDocker =
            answering(new DockerProbe.Unusable("no Docker engine answers"));

    @Test
    void takesDockerWhereItWorks() {
        assertThat(StackChoice.make("auto", docker)).isEqualTo(StackChoice.DOCKER);
    }

    @Test
    void takesChildProcessesWhereDockerDoesNotWork() {
        assertThat(StackChoice.make("auto", noDocker)).isEqualTo(StackChoice.LOCAL);
    }

    @Test
    void doesWhatItIsToldWithoutAskingDocker() {
        var unasked =
                new DockerProbe() {
                    @Override
                    Answer ask() {
                        throw new AssertionError("Docker was asked");
                    }
                };
        assertThat(StackChoice.make("local", unasked)).isEqualTo(StackChoice.LOCAL);
        assertThat(StackChoice.make("docker", unasked)).isEqualTo(StackChoice.DOCKER);
    }

    @Test
    void refusesAStackThatItDoesNotHave() {
        assertThatIllegalStateException()
                .isThrownBy(() -> StackChoice.make("podman", docker))
                .withMessage("-Dstack=podman is not one of auto, docker, local");
    }

    private static DockerProbe answering(DockerProbe.Answer answer) {
        return new DockerProbe() {
            @Override
            Answer ask() {
                return answer;
            }
        };
    }
}

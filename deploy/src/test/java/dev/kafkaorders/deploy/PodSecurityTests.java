package dev.kafkaorders.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Kubernetes' Pod Security Standard "restricted" asks for, and a little more.
class PodSecurityTests {

    static List<Workload> services() {
        return Workload.all();
    }

    @ParameterizedTest
    @MethodSource("services")
    void isLockedIn(Workload service) {
        var pod = service.pod();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean(false)).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asString(""))
                .isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("containers")).hasSize(1);
        var context = service.container().path("securityContext");
        assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(context.path("readOnlyRootFilesystem").asBoolean(false)).isTrue();
        assertThat(context.at("/capabilities/drop/0").asString("")).isEqualTo("ALL");
    }

    @ParameterizedTest
    @MethodSource("services")
    void hasTheMemoryThatItAsksForAndNoMore(Workload service) {
        var resources = service.container().path("resources");
        assertThat(resources.at("/limits/memory").asString(""))
                .isNotEmpty()
                .isEqualTo(resources.at("/requests/memory").asString(""));
    }

    @ParameterizedTest
    @MethodSource("services")
    void mayTakeLongerToEndThanItsWorkDoes(Workload service) {
        assertThat(service.pod().path("terminationGracePeriodSeconds").asInt(0))
                .isGreaterThanOrEqualTo(45);
    }
}

package dev.kafkaorders.payments.gateway.web;

import dev.kafkaorders.payments.gateway.Behaviour;
import dev.kafkaorders.payments.gateway.SimulatedGateway;
import dev.kafkaorders.web.ProblemTypes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Makes the simulated gateway misbehave. In the profile `demo` only: nobody may take a production
/// service's gateway away.
@RestController
@Profile("demo")
class BehaviourController {

    private final SimulatedGateway gateway;

    BehaviourController(SimulatedGateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping("/gateway/behaviour")
    BehaviourView behaviour() {
        return BehaviourView.of(gateway.behaviour());
    }

    @PutMapping("/gateway/behaviour")
    BehaviourView behave(@RequestBody BehaviourView wanted) {
        gateway.behave(wanted.toBehaviour());
        return behaviour();
    }

    @ExceptionHandler
    ProblemDetail invalid(IllegalArgumentException e) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        problem.setType(ProblemTypes.of("invalid-behaviour"));
        return problem;
    }

    /// What is left out is as it should be: no latency, no failures, no outage, no refusals.
    record BehaviourView(
            @Nullable Long latencyMillis,
            @Nullable Double failureRatio,
            @Nullable Boolean outage,
            @Nullable Boolean refusing) {

        static BehaviourView of(Behaviour behaviour) {
            return new BehaviourView(
                    behaviour.latency().toMillis(),
                    behaviour.failureRatio(),
                    behaviour.outage(),
                    behaviour.refusing());
        }

        Behaviour toBehaviour() {
            return new Behaviour(
                    Duration.ofMillis(latencyMillis == null ? 0 : latencyMillis),
                    failureRatio == null ? 0 : failureRatio,
                    outage != null && outage,
                    refusing != null && refusing);
        }
    }
}

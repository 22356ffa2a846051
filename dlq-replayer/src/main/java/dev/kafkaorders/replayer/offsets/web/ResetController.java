package dev.kafkaorders.replayer.offsets.web;

import dev.kafkaorders.replayer.offsets.Refusal;
import dev.kafkaorders.replayer.offsets.Reset;
import dev.kafkaorders.replayer.offsets.ResetResult;
import dev.kafkaorders.replayer.offsets.Resets;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A reset is first a plan to be looked at, then done, then perhaps undone.
///
/// Doing it is answered when it is done, also where a group has to be stopped: that takes seconds,
/// `replayer.control.patience` at most, and an operator waits for it anyway. Whoever hangs up
/// meanwhile finds what came of it under the reset's own address.
@RestController
class ResetController {

    private final Resets resets;

    ResetController(Resets resets) {
        this.resets = resets;
    }

    @GetMapping("/offset-resets")
    List<Reset> all() {
        return resets.all();
    }

    @GetMapping("/offset-resets/{id}")
    ResponseEntity<?> one(@PathVariable UUID id) {
        return resets.find(id)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> ResetProblems.answer(new Refusal.NoSuchReset()));
    }

    @PostMapping("/offset-resets")
    ResponseEntity<?> plan(@RequestBody ResetRequest request, Principal who) {
        var result =
                resets.plan(
                        request.wantedGroup(),
                        request.target(),
                        request.scope(),
                        request.mayStopGroup(),
                        who.getName());
        return switch (result) {
            case ResetResult.Accepted(var plan) ->
                    ResponseEntity.created(URI.create("/offset-resets/" + plan.id())).body(plan);
            case ResetResult.Refused(var refusal) -> ResetProblems.answer(refusal);
        };
    }

    @PostMapping("/offset-resets/{id}/execution")
    ResponseEntity<?> execute(@PathVariable UUID id, Principal who) {
        return answer(resets.execute(id, who.getName()));
    }

    @PostMapping("/offset-resets/{id}/undo")
    ResponseEntity<?> undo(@PathVariable UUID id, Principal who) {
        return answer(resets.undo(id, who.getName()));
    }

    private static ResponseEntity<?> answer(ResetResult result) {
        return switch (result) {
            case ResetResult.Accepted(var reset) -> ResponseEntity.ok(reset);
            case ResetResult.Refused(var refusal) -> ResetProblems.answer(refusal);
        };
    }
}

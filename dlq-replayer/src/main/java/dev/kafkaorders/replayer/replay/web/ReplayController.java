package dev.kafkaorders.replayer.replay.web;

import dev.kafkaorders.replayer.deadletter.DeadLetters;
import dev.kafkaorders.replayer.deadletter.Targets;
import dev.kafkaorders.replayer.masking.Masking;
import dev.kafkaorders.replayer.replay.ChangeResult;
import dev.kafkaorders.replayer.replay.Replay;
import dev.kafkaorders.replayer.replay.ReplayService;
import dev.kafkaorders.replayer.replay.ReplayState;
import dev.kafkaorders.replayer.replay.Replays;
import dev.kafkaorders.replayer.web.InvalidParameterException;
import dev.kafkaorders.replayer.web.Problems;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Beginning replays, watching them, holding them up.
@RestController
@RequestMapping("/replays")
class ReplayController {

    private final ReplayService service;
    private final Replays replays;
    private final ReplayEvents events;
    private final Targets targets;
    private final DeadLetters deadLetters;
    private final Masking masking;

    ReplayController(
            ReplayService service,
            Replays replays,
            ReplayEvents events,
            Targets targets,
            DeadLetters deadLetters,
            Masking masking) {
        this.service = service;
        this.replays = replays;
        this.events = events;
        this.targets = targets;
        this.deadLetters = deadLetters;
        this.masking = masking;
    }

    @PostMapping
    ResponseEntity<Object> start(@RequestBody ReplayBody body, @Nullable Principal principal) {
        var request = body.request();
        var target = request.target();
        if (target != null && !targets.isAllowed(target)) {
            return Problems.answer(ReplayProblems.targetNotAllowed(target, targets.allowed()));
        }
        if (body.isDryRun()) {
            return ResponseEntity.ok(DryRunView.of(service.dryRun(request), deadLetters, masking));
        }
        var replay = service.start(request, name(principal));
        return ResponseEntity.accepted()
                .location(URI.create("/replays/" + replay.id()))
                .body(view(replay));
    }

    @GetMapping
    List<ReplayView> all() {
        return replays.all().stream().map(this::view).toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable("id") String text) {
        return replays.find(id(text))
                .map(replay -> ResponseEntity.ok((Object) view(replay)))
                .orElseGet(() -> Problems.answer(ReplayProblems.notFound()));
    }

    @GetMapping("/{id}/events")
    ResponseEntity<?> events(@PathVariable("id") String text) {
        var id = id(text);
        if (replays.find(id).isEmpty()) {
            return Problems.answer(ReplayProblems.notFound());
        }
        return ResponseEntity.ok(events.of(id));
    }

    @PostMapping("/{id}/pause")
    ResponseEntity<Object> pause(@PathVariable("id") String text, @Nullable Principal principal) {
        return change(text, ReplayState.PAUSED, principal);
    }

    @PostMapping("/{id}/resume")
    ResponseEntity<Object> resume(@PathVariable("id") String text, @Nullable Principal principal) {
        return change(text, ReplayState.RUNNING, principal);
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<Object> cancel(@PathVariable("id") String text, @Nullable Principal principal) {
        return change(text, ReplayState.CANCELLED, principal);
    }

    private ResponseEntity<Object> change(
            String text, ReplayState wanted, @Nullable Principal principal) {
        return switch (service.change(id(text), wanted, name(principal))) {
            case ChangeResult.Changed(var replay) -> ResponseEntity.ok(view(replay));
            case ChangeResult.Unknown _ -> Problems.answer(ReplayProblems.notFound());
            case ChangeResult.Impossible(var state) ->
                    Problems.answer(ReplayProblems.impossible(state));
        };
    }

    private ReplayView view(Replay replay) {
        return ReplayView.of(replay, service.speed(replay));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new InvalidParameterException("id", "must be the id of a replay, a UUID");
        }
    }

    private static String name(@Nullable Principal principal) {
        return principal == null ? "anonymous" : principal.getName();
    }
}

package dev.kafkaorders.replayer.deadletter.web;

import dev.kafkaorders.replayer.deadletter.CorrectionResult;
import dev.kafkaorders.replayer.deadletter.Corrections;
import dev.kafkaorders.replayer.deadletter.DiscardResult;
import dev.kafkaorders.replayer.deadletter.Discards;
import dev.kafkaorders.replayer.web.Problems;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Settling dead letters one by one: given up, or corrected.
@RestController
@RequestMapping("/dead-letters")
class SettlingController {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Discards discards;
    private final Corrections corrections;

    SettlingController(Discards discards, Corrections corrections) {
        this.discards = discards;
        this.corrections = corrections;
    }

    @PostMapping("/discard")
    ResponseEntity<Object> discard(@RequestBody DiscardBody body, @Nullable Principal principal) {
        var reason = body.validReason();
        return switch (discards.discard(body.validIds(), reason, name(principal))) {
            case DiscardResult.Discarded discarded -> ResponseEntity.ok(discarded);
            case DiscardResult.Missing(var ids) ->
                    Problems.answer(DeadLetterProblems.notFound(ids));
            case DiscardResult.AlreadyReplayed(var ids) ->
                    Problems.answer(DeadLetterProblems.alreadyReplayed(ids));
        };
    }

    @PostMapping(path = "/{id}/corrections", consumes = MERGE_PATCH)
    ResponseEntity<Object> correct(
            @PathVariable("id") String text,
            @RequestBody JsonNode patch,
            @Nullable Principal principal) {
        var id = DeadLetterController.id(text);
        return switch (corrections.correct(id, patch, name(principal))) {
            case CorrectionResult.Corrected(var correction, var eventId, var replayOf, var topic) ->
                    ResponseEntity.ok(
                            new CorrectionView(
                                    correction, eventId.value(), replayOf.value(), topic));
            case CorrectionResult.Missing _ ->
                    Problems.answer(DeadLetterProblems.notFound(List.of(id)));
            case CorrectionResult.NotCorrectable(var reason) ->
                    Problems.answer(DeadLetterProblems.notCorrectable(reason));
            case CorrectionResult.Invalid(var violations) ->
                    Problems.answer(DeadLetterProblems.invalid(violations));
            case CorrectionResult.Settled(var state) ->
                    Problems.answer(DeadLetterProblems.settled(state));
        };
    }

    private static String name(@Nullable Principal principal) {
        return principal == null ? "anonymous" : principal.getName();
    }
}

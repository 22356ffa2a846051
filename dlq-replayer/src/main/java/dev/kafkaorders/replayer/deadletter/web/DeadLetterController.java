package dev.kafkaorders.replayer.deadletter.web;

import dev.kafkaorders.replayer.deadletter.DeadLetter;
import dev.kafkaorders.replayer.deadletter.DeadLetterIndex;
import dev.kafkaorders.replayer.deadletter.DeadLetters;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.masking.Masking;
import dev.kafkaorders.replayer.web.InvalidParameterException;
import dev.kafkaorders.replayer.web.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finding dead letters, and understanding them.
@RestController
@RequestMapping("/dead-letters")
class DeadLetterController {

    private final DeadLetters deadLetters;
    private final DeadLetterIndex index;
    private final Ledger ledger;
    private final Masking masking;

    DeadLetterController(
            DeadLetters deadLetters, DeadLetterIndex index, Ledger ledger, Masking masking) {
        this.deadLetters = deadLetters;
        this.index = index;
        this.ledger = ledger;
        this.masking = masking;
    }

    @GetMapping
    PageView page(@RequestParam Map<String, String> query) {
        var parameters = new FilterParameters(query);
        return PageView.of(
                deadLetters.page(parameters.filter(), parameters.cursor(), parameters.limit()));
    }

    @GetMapping("/summary")
    SummaryView summary() {
        return SummaryView.of(index.summary());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable("id") String text) {
        var id = id(text);
        return deadLetters
                .find(id)
                .map(letter -> ResponseEntity.ok((Object) view(letter)))
                .orElseGet(() -> Problems.answer(DeadLetterProblems.notFound(List.of(id))));
    }

    private DeadLetterView view(DeadLetter letter) {
        return DeadLetterView.of(
                letter,
                deadLetters.finding(letter),
                masking.mask(letter.value()),
                ledger.of(letter.id()).entries());
    }

    static DeadLetterId id(String text) {
        try {
            return DeadLetterId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("id", String.valueOf(e.getMessage()));
        }
    }
}

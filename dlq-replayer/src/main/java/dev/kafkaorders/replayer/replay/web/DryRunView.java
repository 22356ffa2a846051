package dev.kafkaorders.replayer.replay.web;

import dev.kafkaorders.replayer.deadletter.DeadLetters;
import dev.kafkaorders.replayer.deadletter.Finding;
import dev.kafkaorders.replayer.deadletter.PayloadView;
import dev.kafkaorders.replayer.masking.Masking;
import dev.kafkaorders.replayer.replay.DryRun;
import dev.kafkaorders.replayer.replay.SkipReason;
import java.util.List;
import java.util.Map;

/// What a replay would do, as the API shows it.
///
/// @param replayed how many dead letters would be written back
/// @param quarantined how many would be refused because they had been replayed too often
/// @param skipped how many would be left alone, and why
/// @param keyCount how many keys those that would be written back have
/// @param keys the first of them
/// @param sample the first dead letters that would be written back
/// @param complete false when it took too long to look at all
record DryRunView(
        boolean dryRun,
        long replayed,
        long quarantined,
        Map<SkipReason, Long> skipped,
        int keyCount,
        List<String> keys,
        List<Sample> sample,
        boolean complete) {

    record Sample(Finding deadLetter, PayloadView payload) {}

    static DryRunView of(DryRun run, DeadLetters deadLetters, Masking masking) {
        return new DryRunView(
                true,
                run.replayed(),
                run.quarantined(),
                run.skipped(),
                run.keyCount(),
                run.firstKeys(),
                run.sample().stream()
                        .map(letter ->
                                new Sample(
                                        deadLetters.finding(letter),
                                        PayloadView.of(masking.mask(letter.value()))))
                        .toList(),
                run.isComplete());
    }
}

package dev.kafkaorders.lab.audit;

import dev.kafkaorders.lab.ledger.Answer;

/// Asked again with the same key, the suite says what became of a request that was left open.
final class UnknownIsResolved implements Auditor {

    @Override
    public String promise() {
        return "An unknown outcome is resolved by asking again";
    }

    @Override
    public Verdict audit(History history) {
        var dealings = history.dealings();
        var unknown =
                dealings.exchanges().stream()
                        .filter(exchange -> exchange.answer() instanceof Answer.Unknown)
                        .count();
        var findings = new Findings();
        dealings.unresolved().forEach(matter -> findings.add("%s is still unknown", matter.key()));
        return findings.verdict("%d unknown answers", unknown);
    }
}

package dev.kafkaorders.lab.audit;

import dev.kafkaorders.lab.ledger.Asked;

/// Whether the client was told or not: of a batch, all orders are there for a read_committed
/// reader, or none.
final class BatchesAreWhole implements Auditor {

    @Override
    public String promise() {
        return "A batch is placed as a whole or not at all";
    }

    @Override
    public Verdict audit(History history) {
        var customers = Customers.of(history);
        var findings = new Findings();
        var batches = 0;
        for (var matter : history.dealings().matters()) {
            if (matter.asked() instanceof Asked.Batch(var wishes)) {
                batches++;
                var there = customers.ordersOf(matter).size();
                findings.unless(
                        there == 0 || there >= wishes.size(),
                        "the batch %s is torn: %d of %d orders are there",
                        matter.key(),
                        there,
                        wishes.size());
            }
        }
        return findings.verdict("%d batches", batches);
    }
}

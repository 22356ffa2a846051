package dev.kafkaorders.lab.audit;

/// What order-producer tells of an order is what follows from all topics, and what it answers is
/// what it has written to `order-status`.
final class StatusIsTrue implements Auditor {

    @Override
    public String promise() {
        return "The status view equals the topics";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        var statuses = history.statuses();
        var placed = history.placed();
        var states = ExpectedStates.of(history);
        for (var order : placed.keySet()) {
            var status = statuses.topic().get(order);
            var told = status == null ? "nothing" : status.state();
            findings.unless(
                    told.equals(states.of(order)),
                    "order-status says %s of %s, and the topics say %s",
                    told,
                    order,
                    states.of(order));
        }
        statuses.topic().keySet().stream()
                .filter(order -> !placed.containsKey(order))
                .forEach(order -> findings.add("%s has a status, and was never placed", order));
        statuses.view()
                .forEach((order, told) -> {
                    var state = placed.containsKey(order) ? states.of(order) : Statuses.NOT_FOUND;
                    findings.unless(
                            told.equals(state),
                            "the view answers %s for %s, and the topics say %s",
                            told,
                            order,
                            state);
                });
        return findings.verdict(
                "%d statuses, %d answers", statuses.topic().size(), statuses.view().size());
    }
}

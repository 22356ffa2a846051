package dev.kafkaorders.lab.audit;

import java.util.List;

/// All promises.
public final class Auditors {

    private static final List<Auditor> ALL =
            List.of(
                    new AcknowledgedIsKept(),
                    new UnknownIsResolved(),
                    new AcceptedOnce(),
                    new BatchesAreWhole(),
                    new OnlyPlacedIsPaid(),
                    new ChargedOnce(),
                    new ToldOnce(),
                    new AbortedIsIgnored(),
                    new OrderIsKept(),
                    new BooksBalance(),
                    new EveryEventIsHeld(),
                    new RetriesAreOnTime(),
                    new TriesAreToldOnce(),
                    new ReplaysHappenOnce(),
                    new StatusIsTrue());

    private Auditors() {}

    public static List<Auditor> all() {
        return ALL;
    }
}

package dev.kafkaorders.lab.audit;

import java.util.List;
import java.util.stream.Stream;

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

    /// What holds whatever happens.
    public static List<Auditor> all() {
        return ALL;
    }

    /// What holds in a run without faults.
    public static List<Auditor> inPeace() {
        return Stream.concat(ALL.stream(), Stream.of(new NothingIsAborted())).toList();
    }
}

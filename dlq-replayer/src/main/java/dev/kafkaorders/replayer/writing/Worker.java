package dev.kafkaorders.replayer.writing;

import java.time.Duration;
import java.util.function.Consumer;

/// Work that goes on by itself, in turns between which acts are done. Called in the writer's thread
/// only.
public interface Worker {

    /// All memories are complete: whatever was under way begins again from what is committed.
    void begin();

    /// Does a small part.
    ///
    /// @param committer commits a transaction, or throws [NotCommittedException]
    /// @return how long there is nothing to do
    Duration work(Consumer<Transaction> committer);

    /// Somebody else writes now, or nobody can.
    void end();
}

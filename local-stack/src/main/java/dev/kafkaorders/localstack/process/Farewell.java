package dev.kafkaorders.localstack.process;

/// What becomes of a folder when the one who has custody of it is done.
public enum Farewell {
    /// The processes are stopped in order; the data stay for the next start.
    STOP {
        @Override
        void to(ProcessFolder folder) {
            folder.stopAll();
        }
    },

    /// The processes are killed, because nobody will read their data: the directory goes with them.
    DISCARD {
        @Override
        void to(ProcessFolder folder) {
            folder.killAll();
            DirectoryTree.delete(folder.directory());
        }
    };

    abstract void to(ProcessFolder folder);
}

package dev.kafkaorders.localstack.tour;

/// A copy of payment-consumer's tables, as a backup would be one. Gone when this is closed.
final class TableCopy implements AutoCloseable {
    private final Database database;

    TableCopy(RunningStack stack) {
        database = new Database(stack);
    }

    void take() {
        database.execute(
                """
                begin;
                create temporary table copy_of_inbox as table inbox;
                create temporary table copy_of_payment as table payment;
                create temporary table copy_of_parked as table parked;
                commit
                """);
    }

    /// What was written since the copy is lost.
    void restore() {
        database.execute(
                """
                begin;
                truncate inbox, payment, parked;
                insert into inbox table copy_of_inbox;
                insert into payment table copy_of_payment;
                insert into parked overriding system value table copy_of_parked;
                commit
                """);
    }

    @Override
    public void close() {
        database.close();
    }
}

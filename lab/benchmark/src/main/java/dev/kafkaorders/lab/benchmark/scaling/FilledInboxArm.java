package dev.kafkaorders.lab.benchmark.scaling;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.paying.PayingArm;
import dev.kafkaorders.lab.benchmark.paying.PaymentTables;
import dev.kafkaorders.lab.benchmark.paying.TablesOfTheService;

/// Pays with an inbox that has a history.
final class FilledInboxArm implements Arm {
    private final PayingArm paying;
    private final TablesOfTheService service;
    private final PaymentTables tables;
    private final String schema;
    private final long rows;

    FilledInboxArm(
            PayingArm paying,
            TablesOfTheService service,
            PaymentTables tables,
            String schema,
            long rows) {
        this.paying = paying;
        this.service = service;
        this.tables = tables;
        this.schema = schema;
        this.rows = rows;
    }

    @Override
    public String name() {
        return paying.name();
    }

    @Override
    public String guarantee() {
        return paying.guarantee();
    }

    @Override
    public void prepare() {
        tables.createSchema(schema);
        service.make(tables);
        tables.addHistory(rows);
    }

    @Override
    public Measured measure(Round round) {
        return paying.measure(round);
    }

    /// Gigabytes that nobody else needs.
    @Override
    public void close() {
        paying.close();
        tables.dropSchema(schema);
    }
}

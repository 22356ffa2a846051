package dev.kafkaorders.localstack.tour;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What PostgreSQL says about the payments; asked directly, not through the service.
final class PaymentBooks implements AutoCloseable {
    private final Connection connection;

    PaymentBooks(RunningStack stack) {
        try {
            connection =
                    DriverManager.getConnection(
                            stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL can't be asked", e);
        }
    }

    /// How many events were handled.
    long handled() {
        return number("select count(*) from inbox");
    }

    /// How many deliveries found their event handled already.
    long redelivered() {
        return number("select coalesce(sum(deliveries - 1), 0) from inbox");
    }

    /// What became of each order that has a payment.
    Map<UUID, Settled> settled() {
        var settled = new HashMap<UUID, Settled>();
        query(
                """
                select order_id, status, reference from payment
                where status in ('CAPTURED', 'REFUNDED', 'DECLINED')
                """,
                row -> {
                    while (row.next()) {
                        var order = row.getObject("order_id", UUID.class);
                        settled.put(
                                order,
                                row.getString("status").equals("DECLINED")
                                        ? new Settled.Declined()
                                        : new Settled.Captured(row.getString("reference")));
                    }
                });
        return settled;
    }

    private long number(String sql) {
        var number = new long[1];
        query(
                sql,
                row -> {
                    row.next();
                    number[0] = row.getLong(1);
                });
        return number[0];
    }

    private void query(String sql, Rows rows) {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            rows.read(result);
        } catch (SQLException e) {
            throw new BrokenPromise("PostgreSQL can't be asked: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the connection to PostgreSQL can't be closed", e);
        }
    }

    @FunctionalInterface
    private interface Rows {
        void read(ResultSet rows) throws SQLException;
    }
}

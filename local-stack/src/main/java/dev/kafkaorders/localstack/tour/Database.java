package dev.kafkaorders.localstack.tour;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A connection to payment-consumer's database.
final class Database implements AutoCloseable {
    private final Connection connection;

    Database(RunningStack stack) {
        try {
            connection =
                    DriverManager.getConnection(
                            stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL can't be asked", e);
        }
    }

    /// What a query says that has one number for an answer.
    long number(String sql) {
        var number = new long[1];
        each(sql, row -> number[0] = row.getLong(1));
        return number[0];
    }

    void each(String sql, Row row) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.read(rows);
            }
        } catch (SQLException e) {
            throw new BrokenPromise("PostgreSQL can't be asked: " + e.getMessage());
        }
    }

    void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new BrokenPromise("PostgreSQL refuses: " + e.getMessage());
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
    interface Row {
        void read(ResultSet row) throws SQLException;
    }
}

package dev.kafkaorders.teststack;

import java.sql.DriverManager;
import java.sql.SQLException;

final class Sql {

    private Sql() {}

    static void execute(Database database, String statement) {
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + statement, e);
        }
    }
}

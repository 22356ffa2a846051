package dev.kafkaorders.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LocalPostgresIntegrationTests {
    private static final LocalPostgres POSTGRES = LocalPostgres.start(PostgresSettings.ephemeral());

    @AfterAll
    static void stop() {
        POSTGRES.close();
    }

    @Test
    void isPostgres18WithFsync() throws Exception {
        assertThat(query("postgres", "show server_version").getFirst()).startsWith("18.");
        assertThat(query("postgres", "show fsync")).containsExactly("on");
    }

    @Test
    void hasWhatWasCommittedBeforeItWasKilled() throws Exception {
        POSTGRES.createDatabase("survivors");
        query("survivors", "create table paid (id int)");
        query("survivors", "insert into paid values (42)");

        POSTGRES.kill();
        POSTGRES.start();

        assertThat(query("survivors", "select id from paid")).containsExactly("42");
    }

    @Test
    void createsADatabaseThatIsThereAlready() {
        POSTGRES.createDatabase("twice");
        POSTGRES.createDatabase("twice");
    }

    @Test
    void asksForThePassword() {
        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                POSTGRES.jdbcUrl("postgres"), POSTGRES.user(), "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private static List<String> query(String database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                POSTGRES.jdbcUrl(database), POSTGRES.user(), POSTGRES.password());
                var statement = connection.createStatement()) {
            var rows = new ArrayList<String>();
            if (statement.execute(sql)) {
                try (var result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
            }
            return rows;
        }
    }
}

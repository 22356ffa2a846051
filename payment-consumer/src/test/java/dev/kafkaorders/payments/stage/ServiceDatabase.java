package dev.kafkaorders.payments.stage;

import dev.kafkaorders.teststack.Database;
import dev.kafkaorders.teststack.TestStack.Outage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The services' database, to look into and to take away.
public final class ServiceDatabase {

    private final Database database;

    ServiceDatabase(Database database) {
        this.database = database;
    }

    Map<String, String> properties() {
        return Map.of(
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password());
    }

    public JdbcClient sql() {
        return client(database.jdbcUrl());
    }

    /// A connection to get in the services' way.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }

    /// How many deliveries were of events that were known already.
    public int redelivered() {
        return number("select coalesce(sum(deliveries - 1), 0) from inbox");
    }

    /// How many events were delivered again, however often: a rebalance may do that at any time.
    public int redeliveredEvents() {
        return number("select count(*) from inbox where deliveries > 1");
    }

    /// How many events wait for something.
    int unsettled() {
        return number("select count(*) from inbox where state <> 'SETTLED'");
    }

    private int number(String query) {
        return sql().sql(query).query(Integer.class).single();
    }

    /// Has commits of connections from now on not wait for the disk, which may stand still for a
    /// second while others write: for tests of how long something takes that isn't the disk.
    public void leaveDiskAlone() {
        maintenance().sql("alter database " + name() + " set synchronous_commit = off").update();
    }

    /// Breaks all connections.
    public void breakConnections() {
        maintenance()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(name())
                .query()
                .listOfRows();
    }

    /// Refuses connections until the answer is closed.
    public Outage away() {
        allowConnections(false);
        breakConnections();
        return () -> allowConnections(true);
    }

    private void allowConnections(boolean allow) {
        maintenance().sql("alter database " + name() + " with allow_connections " + allow).update();
    }

    private JdbcClient maintenance() {
        return client(database.jdbcUrl().replace("/" + name(), "/postgres"));
    }

    private JdbcClient client(String url) {
        return JdbcClient.create(
                new DriverManagerDataSource(url, database.user(), database.password()));
    }

    private String name() {
        return database.jdbcUrl().replaceFirst("[?].*", "").replaceFirst(".*/", "");
    }
}

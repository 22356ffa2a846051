package dev.kafkaorders.lab.benchmark.paying;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.workload.Completions;
import dev.kafkaorders.lab.benchmark.workload.Completions.Moment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import javax.sql.DataSource;

/// payment-consumer's tables, looked at from outside: whoever pays, a payment counts from the
/// transaction that wrote it. A connection is kept while they are looked at, and goes by itself.
public final class PaymentTables {
    private static final String ARE_THERE =
            "select to_regclass('inbox') is not null and to_regclass('dead_letter') is not null";

    private static final long IDLE_MILLIS = 10_000;

    private final String url;
    private final DataSource database;

    /// @param url with the schema, if it isn't the usual one
    public PaymentTables(String url, String user, String password) {
        this.url = url;
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        // Nothing is connected to before it is needed.
        config.setInitializationFailTimeout(-1);
        database = new HikariDataSource(config);
    }

    /// Of the usual schema.
    public static PaymentTables of(BenchmarkStack stack) {
        return new PaymentTables(stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
    }

    public String url() {
        return url;
    }

    /// Whether payment-consumer has made them.
    public boolean areThere() {
        return query(
                ARE_THERE,
                row -> {
                    row.next();
                    return row.getBoolean(1);
                });
    }

    /// Leaves no row.
    public void clear() {
        execute("truncate inbox, payment, parked, dead_letter");
    }

    /// Enters events that were handled the day before, one each millisecond, with outcomes like
    /// those of others. Their ids are in order of time, as real ones are.
    public void addHistory(long rows) {
        execute(
                """
                insert into inbox (event_id, order_id, topic, "partition", "offset",
                                   outcome_type, outcome_time, outcome, processed_at)
                select uuidv7(age), id, 'history', number %% 6, number,
                       'payment-captured.v1', now(),
                       json_build_object(
                           'orderId', id,
                           'amount', json_build_object('minorUnits', 2190, 'currency', 'EUR'),
                           'gatewayReference', 'ch_' || id),
                       now() - interval '1 day'
                from (select number, age, uuidv7(age) as id
                      from generate_series(1, %1$d) as number,
                           lateral (select interval '1 ms' * (number - %1$d) - interval '1 day'
                                    as age) as ages) as orders
                """
                        .formatted(rows));
        // What a server that has been up for long has done.
        execute("vacuum analyze inbox");
        execute("checkpoint");
    }

    /// Leaves the history, and no trace of what a round has added to it.
    public void clearButHistory() {
        execute("truncate payment, parked, dead_letter");
        execute("delete from inbox where topic <> 'history'");
        execute("vacuum inbox");
    }

    /// Does nothing when it is there.
    public void createSchema(String schema) {
        execute("create schema if not exists " + schema);
    }

    public void dropSchema(String schema) {
        execute("drop schema if exists " + schema + " cascade");
    }

    /// How many events lie dead.
    public long dead() {
        return count("select count(*) from inbox where state = 'DEAD'");
    }

    long paid() {
        return count("select count(*) from payment");
    }

    Completions completions() {
        return query(
                "select created_at, count(*) from payment group by created_at order by created_at",
                row -> {
                    var moments = new ArrayList<Moment>();
                    while (row.next()) {
                        var time = row.getObject(1, OffsetDateTime.class).toInstant();
                        moments.add(new Moment(time, row.getLong(2)));
                    }
                    return new Completions(moments);
                });
    }

    private long count(String query) {
        return query(
                query,
                row -> {
                    row.next();
                    return row.getLong(1);
                });
    }

    private void execute(String statement) {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T query(String query, Reading<T> reading) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return reading.of(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }
}

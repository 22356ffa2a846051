package dev.kafkaorders.lab.benchmark.paying.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.paying.books.Incoming;
import dev.kafkaorders.lab.benchmark.paying.books.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.postgresql.PGConnection;

/// Polls, writes by COPY, commits. What comes again fails at the primary key.
record Loader(Surroundings surroundings, DataSource database) implements Runnable {
    private static final int POLL = 4_000;
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final String COPY =
            "copy payment (order_id, status, amount_minor, currency, reference) from stdin";

    @Override
    public void run() {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(surroundings.consumer(POLL));
                var connection = database.getConnection()) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            consumer.subscribe(List.of(Topics.ORDERS));
            while (true) {
                var polled = consumer.poll(WAIT);
                if (!polled.isEmpty()) {
                    copies.copyIn(COPY, new ByteArrayInputStream(rows(polled).getBytes(UTF_8)));
                    consumer.commitSync();
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the load is over", e);
        }
    }

    private static String rows(ConsumerRecords<byte[], byte[]> polled) {
        var rows = new StringBuilder(polled.count() * 80);
        for (var record : polled) {
            var incoming = Incoming.of(record, 0);
            var total = incoming.order().total();
            rows.append(incoming.order().orderId())
                    .append("\tCAPTURED\t")
                    .append(total.minorUnits())
                    .append('\t')
                    .append(total.currency().getCurrencyCode())
                    .append("\tch_")
                    .append(incoming.eventId())
                    .append('\n');
        }
        return rows.toString();
    }
}

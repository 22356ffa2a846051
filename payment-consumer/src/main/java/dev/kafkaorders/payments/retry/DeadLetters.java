package dev.kafkaorders.payments.retry;

import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.record.StoredHeaders;
import dev.kafkaorders.payments.sql.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was told of the events that lie dead, in the table `dead_letter`.
///
/// Not a second dead-letter topic: it holds the headers only, and only until the event is settled
/// or tried again.
@Repository
public class DeadLetters {

    private final JdbcClient database;
    private final StoredHeaders headers = new StoredHeaders();

    DeadLetters(JdbcClient database) {
        this.database = database;
    }

    /// The headers of the latest dead letter of each of these events, of those that lie dead.
    public Map<EventId, List<Header>> of(Collection<EventId> eventIds) {
        return database
                .sql(
                        """
                        select event_id, headers from dead_letter
                        where event_id = any(cast(:eventIds as uuid[]))
                        """)
                .param("eventIds", ids(eventIds))
                .query((row, _) ->
                        Map.entry(
                                new EventId(row.getObject("event_id", UUID.class)),
                                headers.read(row.getString("headers"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Keeps what is told of events. To be called in the transaction that enters into the inbox
    /// that they are dead.
    public void keep(Map<EventId, Iterable<Header>> letters) {
        var columns = new Columns<>(letters.entrySet());
        database.sql(
                        """
                        insert into dead_letter (event_id, headers)
                        select event_id, headers
                        from unnest(cast(:eventIds as uuid[]), :headers) as l (event_id, headers)
                        order by event_id
                        on conflict (event_id) do update set headers = excluded.headers
                        """)
                .param("eventIds", columns.uuids(letter -> letter.getKey().value()))
                .param("headers", columns.texts(letter -> headers.write(letter.getValue())))
                .update();
    }

    /// Lets go of what was told of events that are dead no more.
    public void remove(Collection<EventId> eventIds) {
        database.sql("delete from dead_letter where event_id = any(cast(:eventIds as uuid[]))")
                .param("eventIds", ids(eventIds))
                .update();
    }

    private static Object ids(Collection<EventId> eventIds) {
        return new Columns<>(eventIds).uuids(EventId::value);
    }
}

package dev.kafkaorders.orders.status.view;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.log.LogClients;
import dev.kafkaorders.orders.log.LogFollower;
import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.StatusJson;
import dev.kafkaorders.orders.status.Tally;
import dev.kafkaorders.orders.status.TallyKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads `order-status` into the store, from where the store is, and `order-statistics` into
/// memory; and then follows them.
final class ViewReader extends LogFollower {

    private static final Logger log = LoggerFactory.getLogger(ViewReader.class);

    private final LogClients clients;
    private final OrderStore store;
    private final Statistics statistics;
    private final Watchers watchers;
    private final Clock clock;
    private final StatusJson json = new StatusJson();
    private volatile long lag;

    ViewReader(
            LogClients clients,
            OrderStore store,
            Statistics statistics,
            Watchers watchers,
            Clock clock) {
        super("order-status-view", List.of(Topics.ORDER_STATUS, Topics.ORDER_STATISTICS), clients);
        this.clients = clients;
        this.store = store;
        this.statistics = statistics;
        this.watchers = watchers;
        this.clock = clock;
    }

    /// Records that were committed and not read yet, some seconds ago.
    long lag() {
        return lag;
    }

    @Override
    protected void prepare() throws InterruptedException {
        if (store.holdOnly(clients.topicId(Topics.ORDER_STATUS))) {
            log.atWarn()
                    .addKeyValue("topic", Topics.ORDER_STATUS)
                    .log("The view was another topic's and is rebuilt");
        }
    }

    @Override
    protected long nextOffset(TopicPartition partition) {
        return isStatus(partition) ? store.nextOffset(partition.partition()) : 0;
    }

    @Override
    protected void learn(ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        var changed = new ArrayList<UUID>();
        try (var batch = store.batch()) {
            for (var record : records) {
                learn(record, batch, changed);
            }
            records.nextOffsets()
                    .forEach((partition, next) -> {
                        if (isStatus(partition)) {
                            batch.reached(partition.partition(), next.offset());
                        }
                    });
            store.write(batch);
        }
        changed.forEach(watchers::changed);
    }

    private void learn(
            ConsumerRecord<byte[], byte[]> record, OrderBatch batch, List<UUID> changed) {
        try {
            if (record.topic().equals(Topics.ORDER_STATISTICS)) {
                statistics.learn(
                        TallyKey.parse(record.key()), json.read(record.value(), Tally.class));
            } else {
                var document = json.read(record.value(), OrderDocument.class);
                batch.put(document, record.value());
                changed.add(document.orderId());
            }
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            skipped(record, e);
        }
    }

    @Override
    protected void housekeeping(Map<TopicPartition, Long> ends) {
        statistics.forgetBefore(clock.instant());
        lag = progress().lag(ends);
    }

    private static boolean isStatus(TopicPartition partition) {
        return partition.topic().equals(Topics.ORDER_STATUS);
    }
}

package dev.kafkaorders.lab.benchmark.replaying;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.paying.PaymentTopics;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.workload.Completions;
import dev.kafkaorders.lab.benchmark.workload.FreshTopics;
import dev.kafkaorders.lab.benchmark.workload.TopicEnd;
import dev.kafkaorders.lab.benchmark.workload.WrittenRecords;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/// The topics that a replay writes to. The brokers stamp what comes into `orders`, so that it
/// counts when it got there, not when it was first written.
final class ReplayTopics {
    private final FreshTopics fresh;
    private final WrittenRecords written;
    private final PaymentTopics paying;

    /// @param paying where the dead letters came from
    ReplayTopics(BenchmarkStack stack, PaymentTopics paying) {
        this.paying = paying;
        var administrator = stack.clientAs(Users.ADMIN);
        fresh = new FreshTopics(administrator);
        written = new WrittenRecords(administrator);
    }

    /// Makes them empty: without its ledger, the replayer knows of no replay before.
    void renew() {
        var topics = new ArrayList<>(kept());
        FreshTopics.ofTheSuite(Topics.ORDERS::equals, Topics.PARTITIONS).stream()
                .map(FreshTopics::stamped)
                .forEach(topics::add);
        fresh.make(topics);
    }

    /// Leaves none of what was replayed, and no letters either.
    void leave() {
        paying.leave();
        fresh.make(kept());
    }

    private static List<NewTopic> kept() {
        return FreshTopics.ofTheSuite(
                List.of(Topics.LEDGER, Topics.REPLAYS)::contains, Topics.PARTITIONS);
    }

    /// Where what is replayed comes to.
    TopicEnd end() {
        return written.endOf(Topics.ORDERS);
    }

    Completions completions() {
        return written.in(Topics.ORDERS);
    }
}

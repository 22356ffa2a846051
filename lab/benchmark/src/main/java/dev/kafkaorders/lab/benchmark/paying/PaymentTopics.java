package dev.kafkaorders.lab.benchmark.paying;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.workload.CardMix;
import dev.kafkaorders.lab.benchmark.workload.FreshTopics;
import dev.kafkaorders.lab.benchmark.workload.GroupMembers;
import dev.kafkaorders.lab.benchmark.workload.PlacedOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.kafka.clients.admin.NewTopic;

/// The topics that paying takes: one to read, which stays from round to round, and those to write,
/// which begin empty.
public final class PaymentTopics {
    /// What spring-kafka calls the topics that it retries from.
    private static final List<String> SPRING_KAFKAS =
            List.of("orders-retry-1000", "orders-retry-10000", "orders-retry-60000", "orders-dlt");

    private final FreshTopics fresh;
    private final PlacedOrders orders;
    private final Map<String, String> administrator;
    private final int partitions;
    private boolean used;

    /// @param administrator what a client of Kafka needs to be that
    public PaymentTopics(Map<String, String> administrator, int partitions) {
        fresh = new FreshTopics(administrator);
        orders = new PlacedOrders(administrator);
        this.administrator = administrator;
        this.partitions = partitions;
    }

    /// Has the topic of orders hold these and no others.
    public void place(long number, CardMix cards) {
        place(number, cards::paymentMethod);
    }

    /// The same with cards of any kind.
    ///
    /// @param paymentMethod by the number of the order, from 0
    public void place(long number, LongFunction<String> paymentMethod) {
        used = true;
        fresh.make(FreshTopics.ofTheSuite(Topics.ORDERS::equals, partitions));
        // Whoever starts next finds as many partitions everywhere.
        renew();
        orders.place(number, paymentMethod);
    }

    /// Empties what is written to, and has payment-consumer begin at the first order.
    void renew() {
        fresh.forget(Topics.PAYMENT_CONSUMER);
        fresh.make(written());
    }

    /// Those who are to read them. To be closed.
    GroupMembers membersOf(String group, int members) {
        return new GroupMembers(administrator, group, members);
    }

    /// Leaves them as the suite has them, and empty: the next benchmark may be another one.
    public void leave() {
        if (used) {
            fresh.forget(Topics.PAYMENT_CONSUMER);
            fresh.drop(SPRING_KAFKAS);
            fresh.make(FreshTopics.ofTheSuite(PaymentTopics::isOfPaying, Topics.PARTITIONS));
            used = false;
        }
    }

    private List<NewTopic> written() {
        var failures = FreshTopics.ofTheSuite(PaymentTopics::isForFailures, partitions);
        var topics = new ArrayList<>(failures);
        FreshTopics.ofTheSuite(Topics.PAYMENTS::equals, partitions).stream()
                .map(FreshTopics::stamped)
                .forEach(topics::add);
        var like = failures.getFirst();
        topics.addAll(
                SPRING_KAFKAS.stream()
                        .map(name -> FreshTopics.named(name, like, partitions))
                        .toList());
        return topics;
    }

    private static boolean isOfPaying(String topic) {
        return topic.equals(Topics.ORDERS) || topic.equals(Topics.PAYMENTS) || isForFailures(topic);
    }

    private static boolean isForFailures(String topic) {
        return topic.startsWith(Topics.PAYMENT_CONSUMER + ".");
    }
}

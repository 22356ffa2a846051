package dev.kafkaorders.payments.intake;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/// Keeps a consumer from spinning while partitions are paused.
///
/// The consumer of the protocol of KIP-848 keeps what it has fetched of a paused partition, and
/// while it has any of that its poll doesn't wait: it looks at it again and again until the
/// timeout, on a whole core (KAFKA-21084, open in Kafka 4.2). With retries that wait in long rows
/// that is always. So while something is paused, a poll is made of short ones with rests in
/// between.
final class PatientPolls implements InvocationHandler {

    private static final Duration LOOK = Duration.ofMillis(2);
    private static final Duration REST = Duration.ofMillis(20);

    private final Consumer<?, ?> consumer;

    private PatientPolls(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /// The same consumer but for its polls.
    @SuppressWarnings("unchecked") // It passes on what the consumer returns.
    static <K, V> Consumer<K, V> of(Consumer<K, V> consumer) {
        return (Consumer<K, V>)
                Proxy.newProxyInstance(
                        Consumer.class.getClassLoader(),
                        new Class<?>[] {Consumer.class},
                        new PatientPolls(consumer));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("poll")
                && arguments != null
                && arguments[0] instanceof Duration timeout
                && !consumer.paused().isEmpty()) {
            return poll(timeout);
        }
        try {
            return method.invoke(consumer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private ConsumerRecords<?, ?> poll(Duration timeout) {
        var end = System.nanoTime() + timeout.toNanos();
        while (true) {
            var records = consumer.poll(LOOK);
            var left = Duration.ofNanos(end - System.nanoTime());
            // Nothing but markers of transactions is something, too: it moves the position.
            if (!records.isEmpty() || !records.nextOffsets().isEmpty() || !left.isPositive()) {
                return records;
            }
            if (!rest(left.compareTo(REST) < 0 ? left : REST)) {
                return records;
            }
        }
    }

    /// Whether nobody wants it to end.
    private static boolean rest(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

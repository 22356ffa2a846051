package dev.kafkaorders.orders.publishing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;

/// A real producer whose commits reach Kafka, but the first answers to them don't reach us.
final class LostAnswers {

    private LostAnswers() {}

    @SuppressWarnings("unchecked")
    static UnaryOperator<Producer<byte[], byte[]>> toCommits(int answers) {
        var left = new AtomicInteger(answers);
        return producer ->
                (Producer<byte[], byte[]>)
                        Proxy.newProxyInstance(
                                LostAnswers.class.getClassLoader(),
                                new Class<?>[] {Producer.class},
                                (_, method, arguments) -> {
                                    if (method.getName().equals("commitTransaction")
                                            && left.getAndDecrement() > 0) {
                                        throw new TimeoutException("the answer got lost");
                                    }
                                    try {
                                        return method.invoke(producer, arguments);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
    }
}

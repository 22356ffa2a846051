package dev.kafkaorders.orders.publishing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;

/// A real producer that does something before it asks for a commit. When that fails, Kafka is not
/// asked.
final class BeforeCommits {

    private BeforeCommits() {}

    @SuppressWarnings("unchecked")
    static UnaryOperator<Producer<byte[], byte[]>> run(Runnable before) {
        return producer ->
                (Producer<byte[], byte[]>)
                        Proxy.newProxyInstance(
                                BeforeCommits.class.getClassLoader(),
                                new Class<?>[] {Producer.class},
                                (_, method, arguments) -> {
                                    if (method.getName().equals("commitTransaction")) {
                                        before.run();
                                    }
                                    try {
                                        return method.invoke(producer, arguments);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
    }
}

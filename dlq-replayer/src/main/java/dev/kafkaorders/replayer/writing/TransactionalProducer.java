package dev.kafkaorders.replayer.writing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A producer for as long as nothing goes wrong with it. Making one fences whoever used the
/// `transactional.id` before, and ends the transaction that he left open.
///
/// After any failure it is to be closed and another one made. That also covers the failures after
/// which it could be aborted and used on: what was committed has to be read either way.
final class TransactionalProducer implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final Duration timeout;

    TransactionalProducer(Clients clients, WriterSettings settings) {
        timeout = settings.transactionTimeout();
        producer = clients.producer();
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /// @throws NotCommittedException when it isn't, or when nobody can say
    void commit(Transaction transaction) {
        try {
            producer.beginTransaction();
            send(transaction);
            transaction
                    .offsets()
                    .forEach((group, offsets) -> producer.sendOffsetsToTransaction(offsets, group));
        } catch (KafkaException e) {
            throw NotCommittedException.beforeCommit(e);
        }
        try {
            commit();
        } catch (KafkaException e) {
            throw NotCommittedException.unanswered(e);
        }
        transaction.isCommitted();
    }

    /// The client tells the failure of a send only to its callback; the commit would say no more
    /// than that there was one.
    private void send(Transaction transaction) {
        var firstFailure = new AtomicReference<@Nullable Exception>();
        for (var record : transaction.records()) {
            var _ =
                    producer.send(
                            record,
                            (_, failure) -> {
                                if (failure != null) {
                                    firstFailure.compareAndSet(null, failure);
                                }
                            });
        }
        producer.flush();
        var failure = firstFailure.get();
        if (failure != null) {
            throw new KafkaException(failure);
        }
    }

    /// Asks again after a timeout, until the coordinator would have aborted the transaction anyway.
    private void commit() {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            try {
                producer.commitTransaction();
                return;
            } catch (TimeoutException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}

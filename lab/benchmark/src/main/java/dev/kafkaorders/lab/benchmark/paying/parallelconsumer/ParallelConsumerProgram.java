package dev.kafkaorders.lab.benchmark.paying.parallelconsumer;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.paying.books.Gateway;
import dev.kafkaorders.lab.benchmark.paying.books.Incoming;
import dev.kafkaorders.lab.benchmark.paying.books.PaymentBooks;
import dev.kafkaorders.lab.benchmark.paying.books.Surroundings;
import dev.kafkaorders.lab.benchmark.paying.books.Till;
import io.confluent.parallelconsumer.PCRetriableException;
import io.confluent.parallelconsumer.ParallelConsumerOptions;
import io.confluent.parallelconsumer.ParallelConsumerOptions.CommitMode;
import io.confluent.parallelconsumer.ParallelConsumerOptions.ProcessingOrder;
import io.confluent.parallelconsumer.ParallelStreamProcessor;
import io.confluent.parallelconsumer.PollContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Pays orders batch by batch, or one by one, in order within a key. A batch of which an order
/// fails is tried again as a whole: what was paid is in the inbox by then.
public final class ParallelConsumerProgram {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int POLL = 2_000;
    private static final int CONNECTIONS = 32;

    /// As many gateway calls under way as payment-consumer has with both its threads.
    private static final int CALLS = 256;

    private final Till till;

    private ParallelConsumerProgram(Till till) {
        this.till = till;
    }

    /// Runs until it is ended.
    ///
    /// @param arguments how many records are handed over at once, and how often at the same time
    public static void main(String[] arguments) {
        var batch = Integer.parseInt(arguments[0]);
        var concurrency = Integer.parseInt(arguments[1]);
        var surroundings = Surroundings.here();
        var books = new PaymentBooks(surroundings.database(Math.min(concurrency, CONNECTIONS)));
        var program = new ParallelConsumerProgram(new Till(books, new Gateway(batch, CALLS)));
        var processor = processor(surroundings, batch, concurrency);
        processor.subscribe(List.of(Topics.ORDERS));
        processor.pollAndProduceMany(program::pay);
    }

    private static ParallelStreamProcessor<byte[], byte[]> processor(
            Surroundings surroundings, int batch, int concurrency) {
        var options =
                ParallelConsumerOptions.<byte[], byte[]>builder()
                        .consumer(new KafkaConsumer<>(surroundings.consumer(POLL)))
                        .producer(new KafkaProducer<>(surroundings.producer(0)))
                        .ordering(ProcessingOrder.KEY)
                        .commitMode(CommitMode.PERIODIC_CONSUMER_SYNC)
                        .maxConcurrency(concurrency)
                        .batchSize(batch)
                        .retryDelayProvider(_ -> RETRY)
                        .build();
        return ParallelStreamProcessor.createEosStreamProcessor(options);
    }

    private List<ProducerRecord<byte[], byte[]>> pay(PollContext<byte[], byte[]> polled) {
        var orders =
                polled.stream()
                        .map(one ->
                                Incoming.of(
                                        one.getConsumerRecord(), one.getNumberOfFailedAttempts()))
                        .toList();
        try {
            var settled = till.settle(orders);
            if (!settled.failed().isEmpty()) {
                throw new PCRetriableException("the card's bank did not answer");
            }
            return settled.outcomes();
        } catch (SQLException e) {
            throw new PCRetriableException(e);
        }
    }
}

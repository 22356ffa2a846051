package dev.kafkaorders.lab.benchmark.accepting.perrequest;

import dev.kafkaorders.lab.benchmark.accepting.OrderRecords;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {
    private final KafkaTemplate<byte[], byte[]> template;
    private final OrderRecords records;
    private final Semaphore free;

    OrderController(KafkaTemplate<byte[], byte[]> template, PerRequestSettings settings) {
        this.template = template;
        records = OrderRecords.to(settings.orders(), settings.answers());
        free = new Semaphore(settings.producers());
    }

    @PostMapping("/orders")
    ResponseEntity<Map<String, UUID>> place(@RequestBody OrderRequest request)
            throws InterruptedException {
        var order = request.placed();
        free.acquire();
        try {
            template.executeInTransaction(
                    transaction -> records.of(order).stream().map(transaction::send).toList());
        } finally {
            free.release();
        }
        var id = order.orderId();
        return ResponseEntity.created(URI.create("/orders/" + id)).body(Map.of("id", id));
    }
}

package dev.kafkaorders.payments.payment.web;

import dev.kafkaorders.payments.payment.Payments;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentController {

    private final Payments payments;

    PaymentController(Payments payments) {
        this.payments = payments;
    }

    @GetMapping("/payments/{orderId}")
    PaymentView payment(@PathVariable UUID orderId) {
        return payments.of(orderId)
                .map(PaymentView::of)
                .orElseThrow(() -> new PaymentNotFoundException(orderId));
    }
}

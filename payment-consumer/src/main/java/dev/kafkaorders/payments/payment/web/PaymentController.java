package dev.kafkaorders.payments.payment.web;

import dev.kafkaorders.payments.inbox.Inbox;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.payment.Payments;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentController {

    private final Payments payments;
    private final Inbox inbox;

    PaymentController(Payments payments, Inbox inbox) {
        this.payments = payments;
        this.inbox = inbox;
    }

    @GetMapping("/payments/{orderId}")
    PaymentView payment(@PathVariable UUID orderId) {
        var waiting = inbox.head(orderId);
        return payments.of(orderId)
                .or(() -> waiting.map(head -> new Payment.Awaited(head.orderId())))
                .map(PaymentView::of)
                .map(view -> waiting.map(view::behind).orElse(view))
                .orElseThrow(() -> new PaymentNotFoundException(orderId));
    }
}

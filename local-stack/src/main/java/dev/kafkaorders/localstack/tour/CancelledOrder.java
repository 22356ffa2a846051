package dev.kafkaorders.localstack.tour;

/// Order and cancellation have the same key, so they stay in order.
final class CancelledOrder implements Step {

    @Override
    public String shows() {
        return "A cancelled order gets its money back";
    }

    @Override
    public void play(Scene scene) {
        var order = scene.customer().place(Order.paidBy("pm_ok")).expect(201).orderId();
        scene.customer().cancel(order, "ordered by mistake").expect(202);
        var payment = scene.customer().payment(order, "REFUNDED");
        scene.tell(
                "payment REFUNDED, charge %s, refund %s"
                        .formatted(
                                payment.text("gatewayReference"), payment.text("refundReference")));
        StatusHistory.show(scene, order, "REFUNDED");
    }
}

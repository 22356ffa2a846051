package dev.kafkaorders.localstack.tour;

/// To be declined is an outcome, not an error.
final class DeclinedCard implements Step {

    @Override
    public String shows() {
        return "A declined card is an answer, not a failure";
    }

    @Override
    public void play(Scene scene) {
        var order = scene.customer().place(Order.paidBy("pm_declined")).expect(201);
        var payment = scene.customer().payment(order.orderId(), "DECLINED");
        scene.tell("payment DECLINED, reason %s".formatted(payment.text("reason")));
        StatusHistory.show(scene, order.orderId(), "DECLINED");
    }
}

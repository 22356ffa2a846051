package dev.kafkaorders.localstack.tour;

/// The thinnest path through everything.
final class SingleOrder implements Step {

    @Override
    public String shows() {
        return "An order becomes a payment";
    }

    @Override
    public void play(Scene scene) {
        var watch = new Stopwatch();
        var order = scene.customer().place(Order.paidBy("pm_ok")).expect(201);
        scene.tell("%5d ms  201 %s".formatted(watch.millis(), order.header("Location")));
        var payment = scene.customer().payment(order.orderId(), "CAPTURED");
        scene.tell(
                "%5d ms  payment CAPTURED, reference %s"
                        .formatted(watch.millis(), payment.text("gatewayReference")));
        StatusHistory.show(scene, order.orderId(), "CAPTURED");
    }
}

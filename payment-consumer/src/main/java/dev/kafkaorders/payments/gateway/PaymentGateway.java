package dev.kafkaorders.payments.gateway;

/// Takes and gives back money. Both calls may be repeated with the same idempotency key: the
/// gateway then answers what it answered first and moves no money again. The whole service relies
/// on that, because a crash between a call and the commit of its outcome means that the call is
/// made again.
///
/// An answer is always a [GatewayAnswer]; an exception means a bug. Calls come from many threads.
public interface PaymentGateway {

    GatewayAnswer charge(Charge charge);

    GatewayAnswer refund(Refund refund);
}

package dev.kafkaorders.events;

/// What became of the money: the values of the topic [Topics#PAYMENTS].
public sealed interface PaymentEvent extends DomainEvent
        permits PaymentCaptured, PaymentDeclined, PaymentRefunded {}

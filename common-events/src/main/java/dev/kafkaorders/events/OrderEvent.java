package dev.kafkaorders.events;

/// What a customer wants: the values of the topic [Topics#ORDERS].
public sealed interface OrderEvent extends DomainEvent permits OrderPlaced, OrderCancelled {}

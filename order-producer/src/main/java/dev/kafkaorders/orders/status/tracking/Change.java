package dev.kafkaorders.orders.status.tracking;

import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.OrderState;
import org.jspecify.annotations.Nullable;

/// An order of which more is known than before.
///
/// @param json the document, as it is stored and published
/// @param before the state that was published last; null if none was
@SuppressWarnings("ArrayRecordComponent") // Bytes are what is written; not compared.
record Change(OrderDocument document, byte[] json, OrderState.@Nullable Name before) {}

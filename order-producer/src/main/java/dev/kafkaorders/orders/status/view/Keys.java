package dev.kafkaorders.orders.status.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.orders.status.OrderState;
import java.nio.ByteBuffer;
import java.util.UUID;

/// The keys in the view's database: the orders, their indexes, and how far the topic was read.
final class Keys {

    static final byte[] TOPIC = {'t'};

    private static final byte ORDER = 'o';
    private static final byte ALL = 'a';
    private static final byte STATE = 's';
    private static final byte CUSTOMER = 'c';
    private static final byte OFFSET = 'p';

    /// No customer's id has one: control characters are refused.
    private static final byte END_OF_TEXT = 0;

    private Keys() {}

    static byte[] order(UUID id) {
        return ByteBuffer.allocate(1 + 2 * Long.BYTES)
                .put(ORDER)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static byte[] offset(int partition) {
        return ByteBuffer.allocate(1 + Integer.BYTES).put(OFFSET).putInt(partition).array();
    }

    /// What all keys of the index of all orders begin with.
    static byte[] all() {
        return new byte[] {ALL};
    }

    /// What all keys of the index of orders in a state begin with.
    static byte[] inState(OrderState.Name state) {
        return text(STATE, state.name());
    }

    /// What all keys of the index of a customer's orders begin with.
    static byte[] ofCustomer(String customerId) {
        return text(CUSTOMER, customerId);
    }

    private static byte[] text(byte index, String text) {
        var bytes = text.getBytes(UTF_8);
        return ByteBuffer.allocate(2 + bytes.length).put(index).put(bytes).put(END_OF_TEXT).array();
    }

    static byte[] join(byte[] prefix, byte[] rest) {
        return ByteBuffer.allocate(prefix.length + rest.length).put(prefix).put(rest).array();
    }
}

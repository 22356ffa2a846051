package dev.kafkaorders.orders.idempotency;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a request: two requests with the same one are the same request.
///
/// Four numbers rather than an array, since hundreds of thousands are kept in memory.
public record Fingerprint(long first, long second, long third, long fourth) {

    public static Fingerprint of(byte[] canonicalRequest) {
        try {
            return read(MessageDigest.getInstance("SHA-256").digest(canonicalRequest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// @throws IllegalArgumentException when the text is not what [#toString] writes
    static Fingerprint parse(String text) {
        var bytes = HexFormat.of().parseHex(text);
        if (bytes.length != 4 * Long.BYTES) {
            throw new IllegalArgumentException("not a SHA-256: " + text);
        }
        return read(bytes);
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(4 * Long.BYTES);
        bytes.putLong(first).putLong(second).putLong(third).putLong(fourth);
        return HexFormat.of().formatHex(bytes.array());
    }

    private static Fingerprint read(byte[] sha256) {
        var bytes = ByteBuffer.wrap(sha256);
        return new Fingerprint(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }
}

package dev.kafkaorders.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Name-based UUIDs of version 5 (SHA-1), RFC 9562 section 5.5: the same namespace and name give
/// the same UUID, on every machine. The JDK only has version 3 (MD5), which the RFC keeps for
/// compatibility.
public final class NameBasedUuid {

    private NameBasedUuid() {}

    public static UUID of(UUID namespace, String name) {
        var nameBytes = name.getBytes(StandardCharsets.UTF_8);
        var input =
                ByteBuffer.allocate(16 + nameBytes.length)
                        .putLong(namespace.getMostSignificantBits())
                        .putLong(namespace.getLeastSignificantBits())
                        .put(nameBytes);
        var hash = ByteBuffer.wrap(sha1().digest(input.array()));
        var version5 = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        var rfcVariant = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(version5, rfcVariant);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}

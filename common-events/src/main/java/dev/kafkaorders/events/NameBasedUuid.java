package dev.kafkaorders.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/// UUIDs that follow from a name: the same namespace and name, and time if there is one, give the
/// same UUID, on every machine.
///
/// Those of version 5 (SHA-1, RFC 9562 section 5.5) lie anywhere. Where many are the key of an
/// index, each that is added needs another page of it, and once the index no longer fits into the
/// database's memory, so does the disk. Those of version 8 (section 5.8) are ordered by time as
/// those of version 7 are, so that the new ones meet in the index's last pages; 74 bits of the hash
/// keep them apart.
public final class NameBasedUuid {

    private static final long VERSION_5 = 0x5000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_BITS = 0xf000L;
    private static final long BEGINNING = 0xffff_ffff_ffff_0000L;

    private NameBasedUuid() {}

    /// The UUID of version 5. The JDK only has version 3 (MD5), which the RFC keeps for
    /// compatibility.
    public static UUID of(UUID namespace, String name) {
        var hash = hash(namespace, name);
        return uuid(hash.getLong(), VERSION_5, hash.getLong());
    }

    /// A UUID of version 8 that begins with the milliseconds of a time.
    ///
    /// @param time within one millisecond the name alone tells UUIDs apart
    public static UUID at(Instant time, UUID namespace, String name) {
        return beginning(time.toEpochMilli() << Short.SIZE, namespace, name);
    }

    /// A UUID of version 8 that begins as another one does, hence with the same time.
    public static UUID beside(UUID other, UUID namespace, String name) {
        return beginning(other.getMostSignificantBits(), namespace, name);
    }

    private static UUID beginning(long beginning, UUID namespace, String name) {
        var hash = hash(namespace, name);
        var first = (beginning & BEGINNING) | (hash.getLong() & ~BEGINNING);
        return uuid(first, VERSION_8, hash.getLong());
    }

    private static UUID uuid(long first, long version, long second) {
        var rfcVariant = (second & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID((first & ~VERSION_BITS) | version, rfcVariant);
    }

    private static ByteBuffer hash(UUID namespace, String name) {
        var nameBytes = name.getBytes(StandardCharsets.UTF_8);
        var input =
                ByteBuffer.allocate(16 + nameBytes.length)
                        .putLong(namespace.getMostSignificantBits())
                        .putLong(namespace.getLeastSignificantBits())
                        .put(nameBytes);
        return ByteBuffer.wrap(sha1().digest(input.array()));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}

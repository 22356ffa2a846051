package dev.kafkaorders.replayer.writing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Which instance writes: whoever has announced himself last. Kafka fences the one before, and he
/// finds here who it was.
final class Succession {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final String instance = host() + "/" + UUID.randomUUID();
    private @Nullable Announcement predecessor;

    String instance() {
        return instance;
    }

    /// What this instance says in order to take over from whoever is the last in the journal.
    Transaction announcement(Journal journal) {
        predecessor = journal.lastAnnouncement();
        var announcement = new Transaction();
        announcement.write(new Announcement(instance, Instant.now()).toRecord());
        return announcement;
    }

    /// Reads on until somebody has announced himself: this instance, or already its successor.
    void awaitAnnouncement(Journal journal) {
        journal.awaitAnnouncementAfter(predecessor);
    }

    /// Who has taken over since.
    Optional<Announcement> successor(Journal journal) {
        return Optional.ofNullable(journal.lastAnnouncement())
                .filter(last -> !last.instance().equals(instance) && !last.equals(predecessor));
    }

    /// Who has taken over, if he says so within moments.
    Optional<Announcement> awaitSuccessor(Journal journal, BooleanSupplier running)
            throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (running.getAsBoolean() && System.nanoTime() < deadline) {
            journal.follow();
            var successor = successor(journal);
            if (successor.isPresent()) {
                return successor;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}

package dev.kafkaorders.orders.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryTests {

    private static final UUID KEY = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration RETENTION = Duration.ofHours(24);

    private final Memory memory =
            new Memory(
                    new IdempotencySettings(
                            RETENTION, Duration.ofSeconds(30), Duration.ofSeconds(5), 3));

    @Test
    void theFirstClaimOfAKeyWins() {
        memory.learn(KEY, claim("tea", NOON));
        memory.learn(KEY, claim("coffee", NOON.plusSeconds(1)));
        assertThat(memory.recall(KEY, NOON)).contains(claim("tea", NOON));
    }

    @Test
    void anEarlierTimeInALaterClaimChangesNothing() {
        memory.learn(KEY, claim("tea", NOON));
        memory.learn(KEY, claim("coffee", NOON.minusSeconds(1)));
        assertThat(memory.recall(KEY, NOON)).contains(claim("tea", NOON));
    }

    @Test
    void theWinnerIsAccepted() {
        memory.learn(KEY, claim("tea", NOON));
        memory.learn(KEY, acceptance("tea", NOON));
        assertThat(memory.recall(KEY, NOON)).contains(acceptance("tea", NOON));
    }

    @Test
    void anAcceptanceIsNotTurnedBackIntoAClaim() {
        memory.learn(KEY, acceptance("tea", NOON));
        memory.learn(KEY, claim("tea", NOON));
        memory.learn(KEY, claim("coffee", NOON));
        assertThat(memory.recall(KEY, NOON)).contains(acceptance("tea", NOON));
    }

    @Test
    void nobodyButTheWinnerIsAccepted() {
        memory.learn(KEY, claim("tea", NOON));
        memory.learn(KEY, acceptance("coffee", NOON));
        memory.learn(KEY, acceptance("tea", NOON.plusSeconds(1)));
        assertThat(memory.recall(KEY, NOON)).contains(claim("tea", NOON));
    }

    @Test
    void anExpiredKeyIsFreeForAnotherRequest() {
        var nextDay = NOON.plus(RETENTION).plusMillis(1);
        memory.learn(KEY, acceptance("tea", NOON));
        assertThat(memory.recall(KEY, nextDay)).isEmpty();
        memory.learn(KEY, claim("coffee", nextDay));
        assertThat(memory.recall(KEY, nextDay)).contains(claim("coffee", nextDay));
    }

    @Test
    void aKeyCountsUntilItsLastMoment() {
        var lastMoment = NOON.plus(RETENTION);
        memory.learn(KEY, acceptance("tea", NOON));
        memory.learn(KEY, claim("coffee", lastMoment));
        assertThat(memory.recall(KEY, lastMoment)).contains(acceptance("tea", NOON));
    }

    @Test
    void theLogDecidesWhoExpiredNotTheMomentOfReading() {
        var nextDay = NOON.plus(RETENTION).plusSeconds(1);
        memory.learn(KEY, acceptance("tea", NOON));
        memory.forgetExpired(nextDay);
        memory.learn(KEY, claim("coffee", NOON.plusSeconds(60)));
        assertThat(memory.recall(KEY, NOON)).contains(acceptance("tea", NOON));
    }

    @Test
    void expiredKeysTakeNoRoom() {
        memory.learn(KEY, acceptance("tea", NOON));
        memory.forgetExpired(NOON.plus(RETENTION).plus(Duration.ofHours(1)));
        assertThat(memory.size()).isZero();
        assertThat(memory.forgottenEarly()).isZero();
    }

    @Test
    void theOldestKeysGoWhenThereIsNoRoomAndThatIsCounted() {
        memory.learn(KEY, claim("tea", NOON));
        for (int i = 0; i < 3; i++) {
            memory.learn(UUID.randomUUID(), claim("coffee", NOON));
        }
        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.recall(KEY, NOON)).isEmpty();
        assertThat(memory.forgottenEarly()).isEqualTo(1);
    }

    private static Entry claim(String request, Instant at) {
        return new Entry(Entry.State.CLAIMED, Fingerprint.of(request.getBytes(UTF_8)), at, "one");
    }

    private static Entry acceptance(String request, Instant at) {
        return new Entry(Entry.State.ACCEPTED, Fingerprint.of(request.getBytes(UTF_8)), at, "one");
    }
}

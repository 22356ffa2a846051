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
        learn(KEY, claim("tea", NOON));
        learn(KEY, claim("coffee", NOON.plusSeconds(1)));
        assertThat(memory.recall(KEY, NOON)).contains(claim("tea", NOON));
    }

    @Test
    void anEarlierTimeInALaterClaimChangesNothing() {
        learn(KEY, claim("tea", NOON));
        learn(KEY, claim("coffee", NOON.minusSeconds(1)));
        assertThat(memory.recall(KEY, NOON)).contains(claim("tea", NOON));
    }

    @Test
    void theWinnerIsAccepted() {
        learn(KEY, claim("tea", NOON));
        learn(KEY, acceptance("tea", NOON));
        assertThat(memory.recall(KEY, NOON)).contains(acceptance("tea", NOON));
    }

    @Test
    void anAcceptanceIsNotTurnedBackIntoAClaim() {
        learn(KEY, acceptance("tea", NOON));
        learn(KEY, claim("tea", NOON));
        learn(KEY, claim("coffee", NOON));
        assertThat(memory.recall(KEY, NOON)).contains(acceptance("tea", NOON));
    }

    @Test
    void anAcceptanceThatIsReadBackReplacesNothing() {
        var accepted = acceptance("tea", NOON);
        learn(KEY, accepted);
        learn(KEY, acceptance("tea", NOON));
        assertThat(memory.recall(KEY, NOON).orElseThrow()).isSameAs(accepted);
    }

    @Test
    void nobodyButTheWinnerIsAccepted() {
        learn(KEY, claim("tea", NOON));
        learn(KEY, acceptance("coffee", NOON));
        learn(KEY, acceptance("tea", NOON.plusSeconds(1)));
        assertThat(memory.recall(KEY, NOON)).contains(claim("tea", NOON));
    }

    @Test
    void anExpiredKeyIsFreeForAnotherRequest() {
        var nextDay = NOON.plus(RETENTION).plusMillis(1);
        learn(KEY, acceptance("tea", NOON));
        assertThat(memory.recall(KEY, nextDay)).isEmpty();
        learn(KEY, claim("coffee", nextDay));
        assertThat(memory.recall(KEY, nextDay)).contains(claim("coffee", nextDay));
    }

    @Test
    void aKeyCountsUntilItsLastMoment() {
        var lastMoment = NOON.plus(RETENTION);
        learn(KEY, acceptance("tea", NOON));
        learn(KEY, claim("coffee", lastMoment));
        assertThat(memory.recall(KEY, lastMoment)).contains(acceptance("tea", NOON));
    }

    @Test
    void theLogDecidesWhoExpiredNotTheMomentOfReading() {
        var nextDay = NOON.plus(RETENTION).plusSeconds(1);
        learn(KEY, acceptance("tea", NOON));
        memory.forgetExpired(nextDay);
        learn(KEY, claim("coffee", NOON.plusSeconds(60)));
        assertThat(memory.recall(KEY, NOON)).contains(acceptance("tea", NOON));
    }

    @Test
    void expiredKeysTakeNoRoom() {
        learn(KEY, acceptance("tea", NOON));
        memory.forgetExpired(NOON.plus(RETENTION).plus(Duration.ofHours(1)));
        assertThat(memory.size()).isZero();
        assertThat(memory.forgottenEarly()).isZero();
    }

    @Test
    void theOldestKeysGoWhenThereIsNoRoomAndThatIsCounted() {
        learn(KEY, claim("tea", NOON));
        for (int i = 0; i < 3; i++) {
            learn(UUID.randomUUID(), claim("coffee", NOON));
        }
        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.recall(KEY, NOON)).isEmpty();
        assertThat(memory.forgottenEarly()).isEqualTo(1);
    }

    @Test
    void whatHasExpiredTakesNobodysPlace() {
        var now = NOON.plus(RETENTION);
        memory.learn(KEY, acceptance("tea", NOON), now);
        for (int i = 0; i < 3; i++) {
            memory.learn(UUID.randomUUID(), acceptance("old", NOON.minusSeconds(61)), now);
        }
        assertThat(memory.recall(KEY, now)).isPresent();
    }

    @Test
    void whatHasExpiredIsNotForgottenEarly() {
        var now = NOON.plus(RETENTION).plusSeconds(61);
        for (int i = 0; i < 3; i++) {
            memory.learn(UUID.randomUUID(), acceptance("old", NOON), now);
        }
        for (int i = 0; i < 3; i++) {
            memory.learn(UUID.randomUUID(), acceptance("tea", now), now);
        }
        assertThat(memory.forgottenEarly()).isZero();
        memory.learn(UUID.randomUUID(), acceptance("coffee", now), now);
        assertThat(memory.forgottenEarly()).isEqualTo(1);
    }

    /// The loser of a race is never somebody's claim, not even where the winner was read too late.
    @Test
    void whoLostAgainstWhatHasExpiredStaysTheLoser() {
        var now = NOON.plus(RETENTION).plusSeconds(61);
        memory.learn(KEY, claim("tea", NOON), now);
        memory.learn(KEY, claim("coffee", NOON.plusSeconds(120)), now);
        assertThat(memory.recall(KEY, now)).isEmpty();
    }

    /// As soon as it was written.
    private void learn(UUID key, Entry entry) {
        memory.learn(key, entry, entry.acceptedAt());
    }

    private static Entry claim(String request, Instant at) {
        return new Entry(
                Entry.State.CLAIMED, Fingerprint.of(request.getBytes(UTF_8)), at, "one", true);
    }

    private static Entry acceptance(String request, Instant at) {
        return new Entry(
                Entry.State.ACCEPTED, Fingerprint.of(request.getBytes(UTF_8)), at, "one", true);
    }
}

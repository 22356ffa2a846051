package dev.kafkaorders.orders.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class WaitingRoomTests {

    private static final Duration NO_TIME = Duration.ZERO;

    @Test
    void bindsAGroupByRequests() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 2, 100, Duration.ofMinutes(1));
        enter(room, 1, 3);
        assertThat(room.takeGroup(NO_TIME, 0)).hasSize(2);
        assertThat(room.takeGroup(NO_TIME, 0)).hasSize(1);
        assertThat(room.takeGroup(NO_TIME, 0)).isEmpty();
    }

    @Test
    void bindsAGroupByRecordsButLetsALargeRequestGoAlone() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 10, 5, Duration.ofMinutes(1));
        enter(room, 9, 1);
        enter(room, 3, 2);
        assertThat(room.takeGroup(NO_TIME, 0)).hasSize(1);
        assertThat(room.takeGroup(NO_TIME, 0)).hasSize(1);
        assertThat(room.takeGroup(NO_TIME, 0)).hasSize(1);
    }

    @Test
    void waitsForThoseWhoWereAnsweredButNotForOthers() throws InterruptedException {
        var room = room(10, Duration.ofMinutes(1));
        enter(room, 1, 1);
        assertThat(room.takeGroup(NO_TIME, 0)).hasSize(1);
        var comingBack = Thread.ofVirtual().start(() -> enter(room, 1, 3));
        assertThat(room.takeGroup(NO_TIME, 3)).hasSize(3);
        comingBack.join();
    }

    @Test
    void doesNotWaitForeverForThoseWhoWereAnswered() throws InterruptedException {
        var room = room(10, Duration.ofMillis(1));
        enter(room, 1, 1);
        assertThat(room.takeGroup(NO_TIME, 5)).hasSize(1);
    }

    @Test
    void refusesMoreRequestsThanItMayHold() {
        var room = room(2, DataSize.ofMegabytes(1), 10, 10, Duration.ofMinutes(1));
        assertThat(room.enter(submission(1))).isTrue();
        assertThat(room.enter(submission(1))).isTrue();
        assertThat(room.enter(submission(1))).isFalse();
        assertThat(room.isFull()).isTrue();
    }

    @Test
    void refusesMoreBytesThanItMayHold() throws InterruptedException {
        var room = room(10, DataSize.ofBytes(150), 10, 10, Duration.ofMinutes(1));
        assertThat(room.enter(submission(1))).isTrue();
        assertThat(room.enter(submission(1))).isFalse();
        room.takeGroup(NO_TIME, 0);
        assertThat(room.enter(submission(2))).isTrue();
    }

    @Test
    void putsBackToTheFront() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 2, 10, Duration.ofMinutes(1));
        enter(room, 1, 3);
        var first = room.takeGroup(NO_TIME, 0);
        room.enterAgain(first);
        assertThat(room.takeGroup(NO_TIME, 0)).isEqualTo(first);
    }

    @Test
    void sendsAwayWhoWaitedTooLong() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 2, 10, Duration.ofMillis(1));
        var submission = submission(1);
        room.enter(submission);
        Awaitility.await().until(() -> submission.isOlderThan(Duration.ofMillis(1)));
        assertThat(room.takeGroup(NO_TIME, 0)).isEmpty();
        assertThat(submission.publication().join()).isInstanceOf(Publication.Aborted.class);
    }

    @Test
    void letsNobodyInOnceItIsClosed() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 2, 10, Duration.ofMinutes(1));
        enter(room, 1, 1);
        room.close();
        assertThat(room.enter(submission(1))).isFalse();
        assertThat(room.isClosedAndEmpty()).isFalse();
        assertThat(room.takeGroup(Duration.ofMinutes(1), 0)).hasSize(1);
        assertThat(room.isClosedAndEmpty()).isTrue();
    }

    private static WaitingRoom room(int requests, Duration linger) {
        return new WaitingRoom(
                new PublishingSettings(
                        "test",
                        1,
                        requests,
                        DataSize.ofMegabytes(1),
                        requests,
                        100,
                        linger,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(10)));
    }

    private static WaitingRoom room(
            int requests, DataSize size, int perTransaction, int records, Duration maxWait) {
        return new WaitingRoom(
                new PublishingSettings(
                        "test",
                        1,
                        requests,
                        size,
                        perTransaction,
                        records,
                        Duration.ZERO,
                        maxWait,
                        Duration.ofSeconds(10)));
    }

    private static void enter(WaitingRoom room, int records, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(room.enter(submission(records))).isTrue();
        }
    }

    private static Submission submission(int records) {
        var record = new ProducerRecord<byte[], byte[]>("orders", new byte[100]);
        return new Submission(List.copyOf(Collections.nCopies(records, record)));
    }
}

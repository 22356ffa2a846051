package dev.kafkaorders.orders.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

/// The timeout is for lanes that nobody wakes: they look by themselves once [#A_MINUTE] is over.
@Timeout(20)
class WaitingRoomTests {

    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Test
    void bindsAGroupByRequests() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 2, 100, A_MINUTE);
        enter(room, 1, 3);
        assertThat(take(room)).hasSize(2);
        assertThat(take(room)).hasSize(1);
        assertThat(take(room)).isEmpty();
    }

    @Test
    void bindsAGroupByRecordsButLetsALargeRequestGoAlone() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 10, 5, A_MINUTE);
        enter(room, 9, 1);
        enter(room, 3, 2);
        assertThat(take(room)).hasSize(1);
        assertThat(take(room)).hasSize(1);
        assertThat(take(room)).hasSize(1);
    }

    @Test
    void waitsForThoseWhoWereAnsweredButNotForOthers() throws InterruptedException {
        var room = room(10, A_MINUTE);
        enter(room, 1, 1);
        assertThat(room.takeGroup(NO_TIME)).hasSize(1);
        room.expect(3);
        room.back();
        var lane = Thread.currentThread();
        var comingBack =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; i < 3; i++) {
                                awaitRest(List.of(lane));
                                enter(room, 1, 1);
                            }
                        });
        assertThat(room.takeGroup(A_MINUTE)).hasSize(3);
        comingBack.join();
    }

    @Test
    void expectsNobodyTwiceWhoIsBackBeforeTheLane() throws InterruptedException {
        var room = room(10, A_MINUTE);
        enter(room, 1, 2);
        assertThat(room.takeGroup(NO_TIME)).hasSize(2);
        room.expect(2);
        enter(room, 1, 2);
        room.back();
        assertThat(room.takeGroup(NO_TIME)).hasSize(2);
    }

    @Test
    void doesNotWaitForeverForThoseWhoWereAnswered() throws InterruptedException {
        var room = room(10, Duration.ofMillis(1));
        enter(room, 1, 1);
        assertThat(room.takeGroup(A_MINUTE)).hasSize(1);
        room.expect(5);
        room.back();
        enter(room, 1, 1);
        assertThat(room.takeGroup(A_MINUTE)).hasSize(1);
    }

    @Test
    void sendsASecondLaneOnlyWithAFullGroup() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 2, 100, A_MINUTE);
        enter(room, 1, 2);
        assertThat(room.takeGroup(NO_TIME)).hasSize(2);
        enter(room, 1, 1);
        assertThat(room.takeGroup(NO_TIME)).isEmpty();
        enter(room, 1, 1);
        assertThat(room.takeGroup(NO_TIME)).hasSize(2);
    }

    @Test
    void sendsASecondLaneWithManyRecordsOfFewRequests() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 10, 5, A_MINUTE);
        enter(room, 5, 1);
        assertThat(room.takeGroup(NO_TIME)).hasSize(1);
        enter(room, 5, 1);
        assertThat(room.takeGroup(NO_TIME)).hasSize(1);
    }

    @Test
    void sendsASecondLaneWhenTheFirstIsSlow() throws InterruptedException {
        var room = room(10, Duration.ofMillis(20), Duration.ZERO);
        enter(room, 1, 1);
        assertThat(room.takeGroup(NO_TIME)).hasSize(1);
        var late = submission(1);
        room.enter(late);
        assertThat(room.takeGroup(A_MINUTE)).containsExactly(late);
        assertThat(late.isOlderThan(Duration.ofMillis(20))).isTrue();
    }

    @Test
    void sendsASecondLaneThatRestedBeforeAnybodyCame() throws InterruptedException {
        var room = room(10, Duration.ofMillis(20), Duration.ZERO);
        enter(room, 1, 1);
        assertThat(room.takeGroup(NO_TIME)).hasSize(1);
        var departures = new LinkedBlockingQueue<Thread>();
        var second = Thread.ofPlatform().daemon().start(() -> runEmpty(room, departures));
        awaitRest(List.of(second));
        enter(room, 1, 1);
        assertThat(departures.poll(10, TimeUnit.SECONDS)).isEqualTo(second);
        room.close();
    }

    @Test
    void goesOnAsSoonAsTheFirstLaneIsBack() throws InterruptedException {
        var room = room(10, A_MINUTE, Duration.ZERO);
        enter(room, 1, 1);
        assertThat(room.takeGroup(NO_TIME)).hasSize(1);
        enter(room, 1, 1);
        var back = Thread.ofVirtual().start(() -> room.back());
        assertThat(room.takeGroup(A_MINUTE)).hasSize(1);
        back.join();
    }

    @Test
    void sendsTheLaneThatHasRestedLongest() throws InterruptedException {
        var room = room(10, Duration.ZERO);
        var departures = new LinkedBlockingQueue<Thread>();
        var lanes = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++) {
            lanes.add(Thread.ofPlatform().daemon().start(() -> runEmpty(room, departures)));
            awaitRest(lanes);
        }
        for (int i = 0; i < 10; i++) {
            for (var lane : lanes) {
                enter(room, 1, 1);
                assertThat(departures.poll(10, TimeUnit.SECONDS)).isEqualTo(lane);
                awaitRest(lanes);
            }
        }
        room.close();
    }

    @Test
    void refusesMoreRequestsThanItMayHold() {
        var room = room(2, DataSize.ofMegabytes(1), 10, 10, A_MINUTE);
        assertThat(room.enter(submission(1))).isTrue();
        assertThat(room.enter(submission(1))).isTrue();
        assertThat(room.enter(submission(1))).isFalse();
        assertThat(room.isFull()).isTrue();
    }

    @Test
    void refusesMoreBytesThanItMayHold() throws InterruptedException {
        var room = room(10, DataSize.ofBytes(150), 10, 10, A_MINUTE);
        assertThat(room.enter(submission(1))).isTrue();
        assertThat(room.enter(submission(1))).isFalse();
        take(room);
        assertThat(room.enter(submission(2))).isTrue();
    }

    @Test
    void putsBackToTheFront() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 2, 10, A_MINUTE);
        enter(room, 1, 3);
        var first = take(room);
        room.enterAgain(first);
        assertThat(take(room)).isEqualTo(first);
    }

    @Test
    void sendsAwayWhoWaitedTooLong() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 2, 10, Duration.ofMillis(1));
        var submission = submission(1);
        room.enter(submission);
        Awaitility.await().until(() -> submission.isOlderThan(Duration.ofMillis(1)));
        assertThat(take(room)).isEmpty();
        assertThat(submission.publication().join()).isInstanceOf(Publication.Aborted.class);
    }

    @Test
    void leavesBehindWhoWasGivenUp() throws InterruptedException {
        var room = room(10, A_MINUTE, Duration.ZERO);
        var givenUp = submission(1);
        room.enter(givenUp);
        givenUp.giveUp(new Publication.QueueFull());
        // Nobody is out then, or the next would have to wait for him to come back.
        assertThat(room.takeGroup(NO_TIME)).isEmpty();
        enter(room, 1, 1);
        assertThat(room.takeGroup(NO_TIME)).hasSize(1).doesNotContain(givenUp);
    }

    @Test
    void whoIsTakenIsGivenUpOnlyOnceHeIsBack() throws InterruptedException {
        var room = room(10, A_MINUTE, Duration.ZERO);
        var submission = submission(1);
        room.enter(submission);
        var group = room.takeGroup(NO_TIME);
        submission.giveUp(new Publication.QueueFull());
        assertThat(submission.publication()).isNotDone();
        room.enterAgain(group);
        submission.giveUp(new Publication.QueueFull());
        assertThat(submission.publication()).isCompleted();
    }

    @Test
    void letsNobodyInOnceItIsClosed() throws InterruptedException {
        var room = room(10, DataSize.ofMegabytes(1), 2, 10, A_MINUTE);
        enter(room, 1, 1);
        room.close();
        assertThat(room.enter(submission(1))).isFalse();
        assertThat(room.isClosedAndEmpty()).isFalse();
        assertThat(room.takeGroup(A_MINUTE)).hasSize(1);
        assertThat(room.isClosedAndEmpty()).isTrue();
    }

    /// A lane that says when it leaves, and is back at once.
    private static void runEmpty(WaitingRoom room, Queue<Thread> departures) {
        try {
            while (!room.isClosedAndEmpty()) {
                if (!room.takeGroup(A_MINUTE).isEmpty()) {
                    room.back();
                    departures.add(Thread.currentThread());
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitRest(List<Thread> lanes) {
        Awaitility.await()
                .until(() ->
                        lanes.stream()
                                .allMatch(lane -> lane.getState() == Thread.State.TIMED_WAITING));
    }

    /// By a lane that is back at once.
    private static List<Submission> take(WaitingRoom room) throws InterruptedException {
        var group = room.takeGroup(NO_TIME);
        if (!group.isEmpty()) {
            room.back();
        }
        return group;
    }

    private static WaitingRoom room(int requests, Duration linger) {
        return room(requests, A_MINUTE, linger);
    }

    private static WaitingRoom room(int requests, Duration joinAfter, Duration linger) {
        return new WaitingRoom(
                new PublishingSettings(
                        "test",
                        1,
                        requests,
                        DataSize.ofMegabytes(1),
                        requests,
                        100,
                        joinAfter,
                        linger,
                        A_MINUTE,
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
                        A_MINUTE,
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

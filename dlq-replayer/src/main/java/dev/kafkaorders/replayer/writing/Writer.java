package dev.kafkaorders.replayer.writing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The one who writes: replays, discards and corrections are decided one after the other, against
/// one memory of what became of each dead letter. So two that overlap can't both take one.
///
/// When a transaction fails, the producer is replaced, the topics are read to their ends, and what
/// was under way begins again from what was committed: it doesn't matter whether that one was.
/// There is one writer in the cluster. An instance that starts takes over; the one before says so
/// in readiness, goes on reading, and answers acts with [CannotWriteException].
@Component
public class Writer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);

    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_FOR_SUCCESSOR = Duration.ofSeconds(5);

    private final Clients clients;
    private final WriterSettings settings;
    private final List<Memory> memories;
    private final List<Worker> workers;
    private final WriterMetrics metrics;
    private final String instance = host() + "/" + UUID.randomUUID();
    private final BlockingDeque<Submission<?>> waiting = new LinkedBlockingDeque<>();
    private final Thread thread = Thread.ofPlatform().name("writer").unstarted(this::run);
    private volatile Standing standing = new Standing.Starting(null);
    private volatile boolean running;
    private @Nullable Journal journal;
    private @Nullable TransactionalProducer producer;
    private @Nullable Announcement predecessor;
    private Duration untilWork = Duration.ZERO;

    Writer(
            Clients clients,
            WriterSettings settings,
            List<Memory> memories,
            List<Worker> workers,
            WriterMetrics metrics) {
        this.clients = clients;
        this.settings = settings;
        this.memories = memories;
        this.workers = workers;
        this.metrics = metrics;
    }

    public Standing standing() {
        return standing;
    }

    /// Has an act decided and written.
    ///
    /// @throws CannotWriteException when nothing was written
    public <T> T perform(Act<T> act) {
        var submission = new Submission<>(act);
        waiting.addLast(submission);
        if (standing instanceof Standing.TakenOver || standing instanceof Standing.Stopped) {
            refuseAll();
        }
        try {
            return submission
                    .answer()
                    .orTimeout(2 * settings.maxWait().toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new CannotWriteException(standing, e);
        }
    }

    private void run() {
        while (running) {
            try {
                switch (standing) {
                    case Standing.Starting _ -> open();
                    case Standing.Writing _ -> write();
                    case Standing.TakenOver _ -> onlyRead();
                    case Standing.Stopped _ -> throw new IllegalStateException("still running");
                }
            } catch (NotCommittedException e) {
                lost(e);
            } catch (KafkaException e) {
                lost(new NotCommittedException(e));
            } catch (InterruptedException _) {
                running = false;
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("The writer failed unexpectedly");
                lost(new NotCommittedException(new KafkaException(e)));
            }
        }
        workers.forEach(Worker::end);
        standing = new Standing.Stopped();
        close();
        refuseAll();
    }

    /// Takes over, reads what is written, says so, and goes on with it.
    private void open() throws InterruptedException {
        refuseWhoWaitedTooLong();
        close();
        producer = new TransactionalProducer(clients, settings);
        if (journal == null) {
            journal = new Journal(clients, memories);
        }
        journal.catchUp();
        predecessor = journal.lastAnnouncement();
        var announcement = new Transaction();
        announcement.write(new Announcement(instance, Instant.now()).toRecord());
        producer.commit(announcement);
        journal.awaitAnnouncementAfter(predecessor);
        var successor = successor();
        if (successor.isPresent()) {
            takenOver(successor.get());
            return;
        }
        workers.forEach(Worker::begin);
        standing = new Standing.Writing();
        log.atInfo().addKeyValue("instance", instance).log("Writes about dead letters");
    }

    private void write() throws InterruptedException {
        var wait = untilWork.compareTo(IDLE) < 0 ? untilWork : IDLE;
        var submission = waiting.pollFirst(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (submission != null) {
            perform(submission);
        }
        if (submission == null && !wait.isZero()) {
            requireJournal().follow();
            successor().ifPresent(this::takenOver);
        }
        if (standing instanceof Standing.Writing) {
            untilWork =
                    workers.stream()
                            .map(worker -> worker.work(this::commit))
                            .min(Duration::compareTo)
                            .orElse(IDLE);
        }
    }

    private void perform(Submission<?> submission) {
        try {
            submission.perform(this::commit);
        } catch (NotCommittedException e) {
            if (e.isRefusal()) {
                submission.refuse(new CannotWriteException(standing, e));
            } else {
                waiting.addFirst(submission);
            }
            throw e;
        }
    }

    private void commit(Transaction transaction) {
        if (producer == null) {
            throw new IllegalStateException("no producer");
        }
        var startedAt = System.nanoTime();
        producer.commit(transaction);
        metrics.committed(Duration.ofNanos(System.nanoTime() - startedAt));
    }

    private void onlyRead() throws InterruptedException {
        requireJournal().follow();
        refuseAll();
        Thread.sleep(PAUSE);
    }

    /// The next producer finds out how the transaction ended. Unless somebody else has taken over:
    /// then that one says so within moments, and taking over again would be a fight.
    private void lost(NotCommittedException e) {
        var reason = e.reason();
        metrics.producerLost();
        workers.forEach(Worker::end);
        log.atWarn().setCause(e.getCause()).log("Writing failed and begins again");
        standing = new Standing.Starting(reason.getClass().getSimpleName());
        try {
            var successor = e.isFencing() ? awaitSuccessor() : Optional.<Announcement>empty();
            successor.ifPresent(this::takenOver);
            if (successor.isEmpty()) {
                Thread.sleep(PAUSE);
            }
        } catch (KafkaException failure) {
            log.atWarn().setCause(failure).log("The ledger can't be read");
        } catch (InterruptedException _) {
            running = false;
        }
    }

    private Optional<Announcement> awaitSuccessor() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_FOR_SUCCESSOR.toNanos();
        while (journal != null && running && System.nanoTime() < deadline) {
            journal.follow();
            if (successor().isPresent()) {
                return successor();
            }
            Thread.sleep(IDLE.dividedBy(5));
        }
        return Optional.empty();
    }

    private Optional<Announcement> successor() {
        return Optional.ofNullable(journal)
                .map(Journal::lastAnnouncement)
                .filter(last -> !last.instance().equals(instance) && !last.equals(predecessor));
    }

    private void takenOver(Announcement by) {
        log.atError()
                .addKeyValue("instance", by.instance())
                .addKeyValue("at", by.at())
                .addKeyValue("remedy", "run one dlq-replayer; restart the one that is to write")
                .log("Another instance has taken over, this one only reads");
        standing = new Standing.TakenOver(by.instance(), by.at());
        workers.forEach(Worker::end);
        close();
        refuseAll();
    }

    private void refuseWhoWaitedTooLong() {
        waiting.removeIf(submission -> {
            var tooLong = submission.isOlderThan(settings.maxWait());
            if (tooLong) {
                submission.refuse(new CannotWriteException(standing));
            }
            return tooLong;
        });
    }

    private void refuseAll() {
        for (var next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
            next.refuse(new CannotWriteException(standing));
        }
    }

    private void close() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }

    private Journal requireJournal() {
        if (journal == null) {
            throw new IllegalStateException("nothing is read yet");
        }
        return journal;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        if (!(standing instanceof Standing.Writing)) {
            // Waits for a Kafka that may never answer; there is nothing to bring to an end.
            thread.interrupt();
        }
        try {
            if (!thread.join(settings.transactionTimeout())) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (journal != null) {
            journal.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running || thread.isAlive();
    }

    /// Starts before the web server, and stops after it has answered its last request.
    @Override
    public int getPhase() {
        return 0;
    }
}

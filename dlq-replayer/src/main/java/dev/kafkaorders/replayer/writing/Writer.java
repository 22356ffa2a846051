package dev.kafkaorders.replayer.writing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    private final Clients clients;
    private final WriterSettings settings;
    private final List<Memory> memories;
    private final List<Worker> workers;
    private final WriterMetrics metrics;
    private final Succession succession = new Succession();
    private final Acts acts;
    private final Thread thread = Thread.ofPlatform().name("writer").unstarted(this::run);
    private volatile Standing standing = new Standing.Starting(null);
    private volatile boolean running;
    private @Nullable Journal journal;
    private @Nullable TransactionalProducer producer;
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
        this.acts = new Acts(settings.maxWait());
    }

    public Standing standing() {
        return standing;
    }

    /// Has an act decided and written.
    ///
    /// @throws CannotWriteException when nothing was written
    /// @throws OutcomeUnknownException when nobody can say
    public <T> T perform(Act<T> act) {
        var submission = acts.add(act);
        if (standing instanceof Standing.TakenOver || standing instanceof Standing.Stopped) {
            acts.refuseAll(standing);
        }
        return acts.await(submission, this::standing);
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
                lost(NotCommittedException.beforeCommit(e));
            } catch (InterruptedException _) {
                running = false;
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("The writer failed unexpectedly");
                lost(NotCommittedException.beforeCommit(new KafkaException(e)));
            }
        }
        workers.forEach(Worker::end);
        standing = new Standing.Stopped();
        close();
        acts.refuseAll(standing);
    }

    /// Takes over, reads what is written, says so, and goes on with it.
    ///
    /// Most is read before: whoever is fenced waits only moments for an announcement, and takes
    /// over again when there is none.
    private void open() throws InterruptedException {
        acts.refuseWhoWaitedTooLong(standing);
        close();
        if (journal == null) {
            journal = new Journal(clients, memories);
        }
        journal.catchUp();
        producer = new TransactionalProducer(clients, settings);
        journal.catchUp();
        producer.commit(succession.announcement(journal));
        succession.awaitAnnouncement(journal);
        var successor = succession.successor(journal);
        if (successor.isPresent()) {
            takenOver(successor.get());
            return;
        }
        workers.forEach(Worker::begin);
        standing = new Standing.Writing();
        log.atInfo()
                .addKeyValue("instance", succession.instance())
                .log("Writes about dead letters");
    }

    private void write() throws InterruptedException {
        var wait = untilWork.compareTo(IDLE) < 0 ? untilWork : IDLE;
        var submission = acts.next(wait);
        if (submission != null) {
            acts.perform(submission, this::commit, standing);
        }
        if (submission == null && !wait.isZero()) {
            requireJournal().follow();
            succession.successor(requireJournal()).ifPresent(this::takenOver);
        }
        if (standing instanceof Standing.Writing) {
            untilWork =
                    workers.stream()
                            .map(worker -> worker.work(this::commit))
                            .min(Duration::compareTo)
                            .orElse(IDLE);
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
        acts.refuseAll(standing);
        Thread.sleep(PAUSE);
    }

    /// The next producer finds out how the transaction ended. Unless somebody else has taken over:
    /// then that one says so within moments, and taking over again would be a fight. Nor does
    /// whoever only reads take over again because he couldn't read.
    private void lost(NotCommittedException e) {
        if (standing instanceof Standing.TakenOver) {
            log.atWarn().setCause(e.getCause()).log("The ledger can't be read");
            pause();
            return;
        }
        var reason = e.reason();
        metrics.producerLost();
        workers.forEach(Worker::end);
        log.atWarn().setCause(e.getCause()).log("Writing failed and begins again");
        standing = new Standing.Starting(reason.getClass().getSimpleName());
        try {
            var successor =
                    e.isFencing() && journal != null
                            ? succession.awaitSuccessor(journal, () -> running)
                            : Optional.<Announcement>empty();
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

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            running = false;
        }
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
        acts.refuseAll(standing);
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

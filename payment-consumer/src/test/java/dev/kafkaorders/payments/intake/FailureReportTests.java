package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.Failed;
import dev.kafkaorders.payments.record.FailureHeaders;
import dev.kafkaorders.payments.retry.RetryMetrics;
import dev.kafkaorders.payments.retry.RetrySchedule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailureReportTests {

    private static final Failure REFUSED = new Failure.GatewayRefused("never");
    private static final Failure BUG = new Failure.Bug(new IllegalStateException("oh"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FailureReport report =
            new FailureReport(
                    new RetryMetrics(
                            meters, new RetrySchedule("group", List.of(Duration.ofSeconds(1)))));
    private final Delivery delivery = Deliveries.at("orders", 3, 42);
    private final Logger logger = (Logger) LoggerFactory.getLogger(FailureReport.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void tellsOfADeath() {
        report(new Fate.Dead(new Failed(4, Instant.EPOCH, REFUSED)));
        assertThat(deaths("GatewayRefused")).isOne();
        assertLogged("A dead letter");
    }

    /// Who wrote the letter may have died before it could count it, or before Kafka held it.
    @Test
    void tellsOfADeathAlsoWhenItsLetterIsWrittenAgain() {
        report(stillDead(new Failed(4, Instant.EPOCH, REFUSED)));
        assertThat(deaths("GatewayRefused")).isOne();
        assertLogged("A dead letter, again");
    }

    @Test
    void knowsABugAgainByItsLetter() {
        report(stillDead(new Failed(1, Instant.EPOCH, BUG)));
        assertThat(deaths("Bug")).isOne();
    }

    private Fate stillDead(Failed failed) {
        var letter = FailureHeaders.of(delivery.original(), "group", failed);
        return new Fate.StillDead(List.of(letter.toArray()));
    }

    private void report(Fate fate) {
        var handled = Handled.alone(delivery, Optional.empty(), fate);
        report.report(new SettledBatch(List.of(handled), Map.of(), Map.of()));
    }

    private void assertLogged(String message) {
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getMessage()).isEqualTo(message);
                    assertThat(event.getKeyValuePairs())
                            .extracting(Object::toString)
                            .containsExactly(
                                    "topic=\"orders\"",
                                    "partition=\"3\"",
                                    "offset=\"42\"",
                                    "eventId=\"" + delivery.eventId() + "\"",
                                    "orderId=\"" + delivery.orderId() + "\"",
                                    "attempt=\"4\"",
                                    "failure=\"GatewayRefused\"",
                                    "reason=\"never\"");
                });
    }

    private double deaths(String failure) {
        return meters.get("payments.dead.letters").tag("failure", failure).counter().count();
    }
}

package dev.kafkaorders.lab.sabotage;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// A way to break the suite. Nothing in the services knows of it: a setting is set as it must not
/// be, or an agent changes a method while it is loaded.
public enum Sabotage {
    /// payment-consumer commits the offsets of a poll before it handles it: what fails is lost.
    OFFSETS_FIRST(Service.PAYMENT_CONSUMER, "EveryEventIsHeld"),

    /// payment-consumer commits the offsets of what it has put off, too: a retry that isn't due is
    /// never tried.
    STOPS_IGNORED(Service.PAYMENT_CONSUMER, "EveryEventIsHeld"),

    /// payment-consumer takes every delivery for the first: what comes again is not told again, a
    /// retry contradicts what was entered.
    INBOX_SKIPPED(Service.PAYMENT_CONSUMER, "BooksBalance"),

    /// payment-consumer reads what may yet be aborted, as a Kafka consumer does unless it is told
    /// otherwise.
    READ_UNCOMMITTED(Service.PAYMENT_CONSUMER, "AbortedIsIgnored"),

    /// payment-consumer publishes retries, dead letters and outcomes outside of the transaction
    /// that has the offsets: what fails in between is published twice.
    RECORDS_APART(Service.PAYMENT_CONSUMER, "ToldOnce"),

    /// All instances of order-producer share their transactional ids, and end each other's
    /// transactions. Nothing is lost by it, only time: seen by what is aborted without any fault.
    TRANSACTIONAL_ID_SHARED(Service.ORDER_PRODUCER, "NothingIsAborted"),

    /// payment-consumer handles what is new whatever of its order waits in a retry topic: a
    /// cancellation overtakes its order.
    PARKING_IGNORED(Service.PAYMENT_CONSUMER, "OrderIsKept"),

    /// order-producer answers 201 before the commit.
    ANSWERED_EARLY(Service.ORDER_PRODUCER, "AcknowledgedIsKept");

    private final Service service;
    private final String guard;

    Sabotage(Service service, String guard) {
        this.service = service;
        this.guard = guard;
    }

    /// The auditor who has to notice, by name. Others may notice too.
    public String guard() {
        return guard;
    }

    /// For people and for the agent, such as `offsets-first`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The environment variables that do it, by service.
    ///
    /// @param directory where the agent may be put
    public Map<String, Map<String, String>> changes(Path directory) {
        return Map.of(service.text(), isByAgent() ? agent(directory) : settings());
    }

    boolean isByAgent() {
        return settings().isEmpty();
    }

    private Map<String, String> settings() {
        return switch (this) {
            case READ_UNCOMMITTED ->
                    Map.of("SPRING_KAFKA_CONSUMER_ISOLATIONLEVEL", "read_uncommitted");
            case TRANSACTIONAL_ID_SHARED ->
                    Map.of(
                            "ORDERS_PUBLISHING_INSTANCEID", "order-producer-shared",
                            // It would be the same, and is another matter.
                            "ORDERS_STATUS_INSTANCEID", "lab-${server.port}");
            case OFFSETS_FIRST,
                    STOPS_IGNORED,
                    INBOX_SKIPPED,
                    RECORDS_APART,
                    PARKING_IGNORED,
                    ANSWERED_EARLY ->
                    Map.of();
        };
    }

    private Map<String, String> agent(Path directory) {
        var jar = AgentJar.in(directory);
        return Map.of("JDK_JAVA_OPTIONS", "\"-javaagent:" + jar + "=" + text() + "\"");
    }

    private enum Service {
        ORDER_PRODUCER,
        PAYMENT_CONSUMER;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

package dev.kafkaorders.lab.sabotage.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// The changes that make a sabotage. Each is what somebody might have written, who thought about
/// the case that nothing fails.
final class Patches {
    private static final ClassDesc VOID = ConstantDescs.CD_void;
    private static final ClassDesc BOOLEAN = ConstantDescs.CD_boolean;
    private static final ClassDesc LIST = ConstantDescs.CD_List;
    private static final ClassDesc COLLECTION = ConstantDescs.CD_Collection;
    private static final ClassDesc OPTIONAL = ClassDesc.of("java.util.Optional");
    private static final ClassDesc FUTURE = ClassDesc.of("java.util.concurrent.CompletableFuture");
    private static final ClassDesc CONSUMER =
            ClassDesc.of("org.apache.kafka.clients.consumer.Consumer");
    private static final ClassDesc PRODUCER =
            ClassDesc.of("org.apache.kafka.clients.producer.Producer");
    private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
    private static final MethodTypeDesc ACTION = MethodTypeDesc.of(VOID);
    private static final MethodTypeDesc REST = MethodTypeDesc.of(VOID, ConstantDescs.CD_long);
    private static final long REST_MILLIS = 200;

    private Patches() {}

    /// @throws IllegalArgumentException when no sabotage has that name
    static List<Patch> of(String sabotage) {
        return switch (sabotage) {
            case "offsets-first" -> List.of(offsetsFirst());
            case "stops-ignored" -> List.of(stopsIgnored());
            case "inbox-skipped" -> List.of(inboxKnowsNothing(), conflictsDoNotMatter());
            case "records-apart" -> List.of(recordsApart());
            case "parking-ignored" -> List.of(parkingIgnored());
            case "answered-early" -> List.of(answeredEarly());
            default -> throw new IllegalArgumentException("no sabotage " + sabotage);
        };
    }

    /// `consumer.commitSync()` before a poll is handled.
    private static Patch offsetsFirst() {
        var records = ClassDesc.of("org.apache.kafka.clients.consumer.ConsumerRecords");
        var acknowledgment = ClassDesc.of("org.springframework.kafka.support.Acknowledgment");
        return new Patch(
                payments("intake.IntakeListener"),
                "onMessage",
                MethodTypeDesc.of(VOID, records, acknowledgment, CONSUMER),
                new Change.Before(
                        code -> code.aload(3).invokeinterface(CONSUMER, "commitSync", ACTION)));
    }

    /// Nothing is noted of where a partition stops, so that its offsets are those of the poll.
    private static Patch stopsIgnored() {
        return new Patch(
                payments("intake.Stops"),
                "at",
                MethodTypeDesc.of(
                        VOID, payments("record.Position"), payments("intake.Stop$Reason")),
                new Change.Instead(CodeBuilder::return_));
    }

    /// `return new Known(List.of())`.
    private static Patch inboxKnowsNothing() {
        var known = payments("inbox.Known");
        return new Patch(
                payments("inbox.Inbox"),
                "known",
                MethodTypeDesc.of(known, COLLECTION, COLLECTION),
                new Change.Instead(code ->
                        code.new_(known)
                                .dup()
                                .invokestatic(LIST, "of", MethodTypeDesc.of(LIST), true)
                                .invokespecial(
                                        known,
                                        ConstantDescs.INIT_NAME,
                                        MethodTypeDesc.of(VOID, COLLECTION))
                                .areturn()));
    }

    /// What the inbox has already is let be, instead of being looked up anew.
    private static Patch conflictsDoNotMatter() {
        return new Patch(
                payments("inbox.ConcurrentDeliveryException"),
                "unless",
                MethodTypeDesc.of(VOID, BOOLEAN),
                new Change.Instead(CodeBuilder::return_));
    }

    /// Outcomes, retries and dead letters are committed before the offsets, in a transaction of
    /// their own. The rest in between is for the one who is to be killed there.
    private static Patch recordsApart() {
        return new Patch(
                payments("intake.OutcomePublisher"),
                "send",
                MethodTypeDesc.of(VOID, PRODUCER, LIST),
                new Change.After(code ->
                        code.aload(0)
                                .invokeinterface(PRODUCER, "commitTransaction", ACTION)
                                .loadConstant(REST_MILLIS)
                                .invokestatic(THREAD, "sleep", REST)
                                .aload(0)
                                .invokeinterface(PRODUCER, "beginTransaction", ACTION)));
    }

    /// What is new is tried, whatever of its order waits: `return attempt(delivery, empty())`.
    private static Patch parkingIgnored() {
        var lane = payments("intake.LaneRun");
        var delivery = payments("record.Delivery");
        return new Patch(
                lane,
                "handleNew",
                MethodTypeDesc.of(OPTIONAL, delivery),
                new Change.Instead(code ->
                        code.aload(0)
                                .aload(1)
                                .invokestatic(OPTIONAL, "empty", MethodTypeDesc.of(OPTIONAL))
                                .invokevirtual(
                                        lane,
                                        "attempt",
                                        MethodTypeDesc.of(OPTIONAL, delivery, OPTIONAL))
                                .areturn()));
    }

    /// `transactions.publish(records); return new Committed()`.
    private static Patch answeredEarly() {
        var placement = orders("placement.Placement");
        var transactions = orders("publishing.SharedTransactions");
        var committed = orders("publishing.Publication$Committed");
        return new Patch(
                placement,
                "publish",
                MethodTypeDesc.of(orders("publishing.Publication"), LIST),
                new Change.Instead(code ->
                        code.aload(0)
                                .getfield(placement, "transactions", transactions)
                                .aload(1)
                                .invokevirtual(
                                        transactions, "publish", MethodTypeDesc.of(FUTURE, LIST))
                                .pop()
                                .new_(committed)
                                .dup()
                                .invokespecial(committed, ConstantDescs.INIT_NAME, ACTION)
                                .areturn()));
    }

    private static ClassDesc payments(String name) {
        return ClassDesc.of("dev.kafkaorders.payments." + name);
    }

    private static ClassDesc orders(String name) {
        return ClassDesc.of("dev.kafkaorders.orders." + name);
    }
}

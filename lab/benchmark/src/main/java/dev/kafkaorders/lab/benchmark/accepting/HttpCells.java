package dev.kafkaorders.lab.benchmark.accepting;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.lab.benchmark.accepting.perrequest.PerRequestApplication;
import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.stack.ScratchTopic;
import dev.kafkaorders.localstack.Service;
import dev.kafkaorders.localstack.ServiceLogin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Accepting as a client sees it: each service in a JVM of its own, the callers in this one.
final class HttpCells {
    static final String SUITE = "order-producer";
    static final String PER_REQUEST = "a transaction per request";

    private final BenchmarkStack stack;
    private final ScratchTopic orders;
    private final ScratchTopic answers;

    HttpCells(BenchmarkStack stack) {
        this.stack = stack;
        orders = new ScratchTopic(stack, "benchmark-orders");
        answers = new ScratchTopic(stack, "benchmark-answers");
    }

    static String name(int callers) {
        return "HTTP, %d caller%s".formatted(callers, callers == 1 ? "" : "s");
    }

    Cell with(int callers) {
        return new Cell(name(callers), this::emptyTopics, arms(callers));
    }

    private void emptyTopics(Round round) throws InterruptedException {
        orders.renew();
        answers.renew();
    }

    private List<Arm> arms(int callers) {
        var orderProducer = stack.service(Users.ORDER_PRODUCER, Users.ORDER_PRODUCER, Map.of());
        return List.of(
                new CallersArm(
                        SUITE,
                        "event and answer, both or none; it shows the state of every order besides",
                        callers,
                        () -> HttpAcceptor.start(orderProducer, false)),
                new CallersArm(
                        "order-producer, client's key",
                        "the same, and a repeated key places nothing again, on whichever instance",
                        callers,
                        () -> HttpAcceptor.start(orderProducer, true)),
                new CallersArm(
                        PER_REQUEST,
                        "event and answer, both or none",
                        callers,
                        () -> HttpAcceptor.start(perRequest(callers), false)));
    }

    private Service perRequest(int callers) {
        var environment =
                new HashMap<>(new ServiceLogin(stack.clientAs(Users.ADMIN)).environment());
        environment.put("PERREQUEST_ORDERS", orders.name());
        environment.put("PERREQUEST_ANSWERS", answers.name());
        environment.put(
                "PERREQUEST_PRODUCERS",
                Integer.toString(Math.min(callers, CoreCells.MOST_PRODUCERS)));
        environment.putAll(PerRequestApplication.ENVIRONMENT);
        return stack.application(
                "per-request", Users.ORDER_PRODUCER, PerRequestApplication.class, environment);
    }
}

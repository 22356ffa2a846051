package dev.kafkaorders.localstack.demo;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What `./demo --help` says. The settings come from where they are read, so that none is missing.
final class HelpText {
    private HelpText() {}

    /// While nothing is built, `./demo` runs this source as it is. So what it uses must do without
    /// libraries.
    static void main() {
        IO.println(text());
    }

    static String text() {
        return """
        Three Kafka nodes, PostgreSQL and the three services on this machine, without Docker.

          ./demo                build what is not built, start everything, give the tour, stay up until Ctrl-C
          ./demo --exit         the same, but end after the tour; the exit code says whether all was as promised
          ./demo up             start everything and stay up until Ctrl-C
          ./demo up --detach    return when everything is ready; it goes on in the background
          ./demo tour           give the tour on what is up
          ./demo tour --compose give it on what docker compose has up
          ./demo status         what runs, where it answers, where its log is
          ./demo kill NAME      SIGKILL
          ./demo start NAME     start what was killed; returns when it is ready
          ./demo logs NAME      print its log; with -f, go on
          ./demo down           stop everything, in order
          ./demo chaos          attack a stack of its own for 2 minutes, then audit what became of every order;
                                --seed N, --minutes M, --rate N requests a second, --batch N orders at most in one,
                                --faults brokers,database,services,gateway,network (or all, or none)
          ./demo sabotage       break the suite on purpose in each known way; every one must be caught by an auditor
          ./demo bench [NAME...]  measure the suite against other ways to do the same, on a stack of its own: all takes
                                hours; NAME is accepting, end-to-end, footprint, inbox-size, micro, paying,
                                replaying, scaling, status;
                                --rounds N, --warm-up N more that are forgotten; --run-up S, --seconds S and
                                --records N of a round; --only CELL, --arms ARM; --publish leaves the results in
                                lab/results

        NAME is kafka-1, kafka-2, kafka-3, postgres, order-producer, payment-consumer or dlq-replayer.

        Settings are environment variables:
        %s
        """
                .formatted(settings())
                .stripTrailing();
    }

    private static String settings() {
        return "  %-27s data, logs and process ids, below the project (%s)\n"
                        .formatted(DemoSettings.DIRECTORY, DemoSettings.DEFAULT_DIRECTORY)
                + Arrays.stream(PortVariable.values())
                        .map(HelpText::line)
                        .collect(Collectors.joining("\n"))
                + "\n  %-27s no colours".formatted("NO_COLOR");
    }

    private static String line(PortVariable variable) {
        var what =
                variable.count() == 1
                        ? "port of " + variable.user()
                        : "first of %d ports for %s".formatted(variable.count(), variable.user());
        return "  %-27s %s (%d)".formatted(variable, what, variable.defaultPort());
    }
}

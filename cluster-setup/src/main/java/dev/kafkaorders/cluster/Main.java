package dev.kafkaorders.cluster;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/// Makes a cluster be as the list says, or prints the list.
final class Main {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String USAGE =
            """
            java -jar cluster-setup-…-exec.jar          make the cluster have the topics, users and rights of the list
            java -jar cluster-setup-…-exec.jar list     print who may do what
            java -jar cluster-setup-…-exec.jar json     print topics, users and rights as JSON

            KAFKA_BOOTSTRAP_SERVERS                     where it is; other client properties likewise (KAFKA_SECURITY_PROTOCOL)
            ADMIN_PASSWORD, ORDER_PRODUCER_PASSWORD, …  a password for each user, or the file that has it: …_PASSWORD_FILE
            REPLICATION_FACTOR                          3, which is also how many brokers are waited for\
            """;

    private Main() {}

    static void main(String[] arguments) {
        System.exit(run(List.of(arguments), new Environment(System.getenv())));
    }

    /// The exit code: 0 when the cluster is as the list says.
    static int run(List<String> arguments, Environment environment) {
        try {
            if (arguments.isEmpty()) {
                return setUp(environment);
            }
            switch (arguments.getFirst()) {
                case "list" -> IO.println(Listing.table());
                case "json" -> IO.println(Listing.json(environment.replicationFactor()));
                default -> {
                    IO.println(USAGE);
                    return 2;
                }
            }
            return 0;
        } catch (SetupFailed e) {
            IO.println(e.getMessage());
            return 1;
        }
    }

    private static int setUp(Environment environment) {
        var client = environment.clientProperties();
        try (var admin = Admin.create(client)) {
            var setup =
                    new ClusterSetup(
                            admin, client, environment.replicationFactor(), environment::password);
            setup.awaitBrokers(PATIENCE);
            var report = setup.apply();
            report.changes().forEach(IO::println);
            report.notices().forEach(IO::println);
            report.complaints().forEach(complaint -> IO.println("NOT AS LISTED: " + complaint));
            if (!report.complaints().isEmpty()) {
                return 1;
            }
            IO.println(
                    report.changes().isEmpty()
                            ? "The cluster was as listed; the passwords were set anew."
                            : "The cluster is as listed now.");
            return 0;
        }
    }
}

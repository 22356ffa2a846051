package dev.kafkaorders.lab.benchmark.stack;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.localstack.KafkaCluster;
import dev.kafkaorders.localstack.KafkaSettings;
import dev.kafkaorders.localstack.PasswordFile;
import dev.kafkaorders.localstack.PostgresServer;
import dev.kafkaorders.localstack.PostgresSettings;
import dev.kafkaorders.localstack.Service;
import dev.kafkaorders.localstack.ServiceJars;
import dev.kafkaorders.localstack.ServiceLogin;
import dev.kafkaorders.localstack.ServiceSettings;
import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.Custody;
import dev.kafkaorders.localstack.process.Farewell;
import dev.kafkaorders.localstack.process.FreePorts;
import dev.kafkaorders.localstack.process.InParallel;
import dev.kafkaorders.localstack.process.Jvm;
import dev.kafkaorders.localstack.process.ProcessFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Three brokers and PostgreSQL as `./demo` has them, but in JVMs that are made to last, until they
/// are closed; and ways to start services and programs beside them, in such JVMs with the options
/// of a service. Ports are free ones, so that a `./demo` may be up meanwhile, though not without
/// being measured too.
public final class BenchmarkStack implements AutoCloseable {
    private static final String DATABASE = "payments";

    private final Path project;
    private final Path directory;
    private final Custody custody;
    private final KafkaCluster kafka;
    private final PostgresServer postgres;

    private BenchmarkStack(Path project, Path directory, Custody custody) {
        this.project = project;
        this.directory = directory;
        this.custody = custody;
        var ports = FreePorts.some(2 * KafkaSettings.NODES + 1);
        kafka =
                new KafkaCluster(
                        KafkaSettings.in(
                                        directory,
                                        ports.subList(0, KafkaSettings.NODES),
                                        ports.subList(KafkaSettings.NODES, 2 * KafkaSettings.NODES))
                                .on(Jvm.MADE_TO_LAST),
                        custody.processes());
        postgres =
                new PostgresServer(
                        PostgresSettings.in(directory, ports.getLast()), custody.processes());
    }

    /// Returns when both are ready, with all topics, users and an empty database.
    ///
    /// @param project the root of the project, below which the built jars are
    /// @param directory data, logs and process ids; to be empty
    /// @throws dev.kafkaorders.localstack.process.StartFailed when something can't be started; then
    ///   nothing is left running
    public static BenchmarkStack start(Path project, Path directory) {
        var custody = Custody.of(new ProcessFolder(directory), Farewell.STOP);
        try {
            var stack = new BenchmarkStack(project, directory, custody);
            InParallel.run(List.<Runnable>of(stack.kafka::start, stack::startDatabase));
            return stack;
        } catch (RuntimeException e) {
            custody.close();
            throw e;
        }
    }

    /// What a client of Kafka needs to be that one of [Users]; the administrator may do anything.
    public Map<String, String> clientAs(String user) {
        return kafka.clientProperties(user);
    }

    /// Of the one database that payment-consumer is given.
    public String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE);
    }

    public String databaseUser() {
        return postgres.user();
    }

    public String databasePassword() {
        return postgres.password();
    }

    /// Where a process can keep files of its own.
    public Path directory() {
        return directory;
    }

    /// A service of the suite from its own jar, logged in as the user of its name. Not started yet;
    /// whoever starts it stops it, and whoever forgets is forgiven when the stack is closed.
    ///
    /// @param name of the process, `order-producer` or `payment-consumer-2`
    /// @param environment added to, or in place of, what it needs in any case
    public Service service(String service, String name, Map<String, String> environment) {
        var all = new HashMap<>(needed(service, name));
        all.putAll(environment);
        var jar = services().of(service);
        return service(service, ServiceSettings.ofJar(name, jar, freePort(), all));
    }

    /// A web application of the benchmark's own; it is ready when `/actuator/health/readiness` says
    /// so.
    ///
    /// @param like the service whose JVM has the same options
    public Service application(
            String name, String like, Class<?> main, Map<String, String> environment) {
        return service(like, ServiceSettings.ofMainClass(name, main, freePort(), environment));
    }

    private Service service(String like, ServiceSettings settings) {
        var lasting = settings.on(Jvm.MADE_TO_LAST).with(services().jvmOptions(like));
        return new Service(lasting, custody.processes());
    }

    /// A program of the benchmark's class path; started.
    ///
    /// @param like the service whose JVM has the same options
    public ChildProcess program(
            String name,
            String like,
            Class<?> main,
            List<String> arguments,
            Map<String, String> environment) {
        return program(name, like, main.getName(), arguments, environment);
    }

    /// The same for a class that is there at run time only.
    public ChildProcess program(
            String name,
            String like,
            String main,
            List<String> arguments,
            Map<String, String> environment) {
        var options = services().jvmOptions(like);
        return new Program(name, options, main, arguments, environment).start(custody.processes());
    }

    private ServiceJars services() {
        return new ServiceJars(project);
    }

    /// All that runs.
    public ProcessFolder processes() {
        return custody.processes();
    }

    @Override
    public void close() {
        custody.close();
    }

    private void startDatabase() {
        postgres.start();
        postgres.createDatabase(DATABASE);
    }

    private Map<String, String> needed(String service, String name) {
        var environment = new HashMap<>(new ServiceLogin(clientAs(service)).environment());
        switch (service) {
            case Users.ORDER_PRODUCER -> {
                var status = new ServiceLogin(clientAs(Users.ORDER_STATUS));
                environment.putAll(status.environmentUnder("orders.status.properties"));
                environment.put("ORDERS_STATUS_STATEDIRECTORY", directory.resolve(name).toString());
                // As in ./demo.
                environment.put("ORDERS_STATUS_COMMITINTERVAL", "500ms");
                environment.put("ORDERS_STATUS_STANDBYREPLICAS", "0");
            }
            case Users.PAYMENT_CONSUMER -> {
                environment.put("SPRING_DATASOURCE_URL", jdbcUrl());
                environment.put("SPRING_DATASOURCE_USERNAME", databaseUser());
                environment.put("SPRING_DATASOURCE_PASSWORD", databasePassword());
                environment.put("PAYMENTS_GATEWAY_SIMULATED", "true");
            }
            case Users.DLQ_REPLAYER -> {
                environment.put("REPLAYER_VIEWER_PASSWORD", replayerPassword());
                environment.put("REPLAYER_OPERATOR_PASSWORD", replayerPassword());
            }
            default -> throw new IllegalArgumentException("Not a service: " + service);
        }
        return environment;
    }

    /// What viewer and operator of dlq-replayer log in with.
    public String replayerPassword() {
        return new PasswordFile(directory.resolve("dlq-replayer.password")).password();
    }

    private static int freePort() {
        return FreePorts.some(1).getFirst();
    }
}

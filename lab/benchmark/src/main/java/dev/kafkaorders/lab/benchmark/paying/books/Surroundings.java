package dev.kafkaorders.lab.benchmark.paying.books;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Where a program finds Kafka and PostgreSQL: by environment variables, as passwords are among
/// them.
public record Surroundings(Map<String, String> variables) {
    private static final String KAFKA = "KAFKA_";
    private static final String GROUP = "CONSUMER_GROUP";
    private static final String URL = "DATABASE_URL";
    private static final String USER = "DATABASE_USER";
    private static final String PASSWORD = "DATABASE_PASSWORD";

    public Surroundings {
        variables = Map.copyOf(variables);
    }

    /// Those of this process.
    public static Surroundings here() {
        return new Surroundings(System.getenv());
    }

    /// Those that a program is to be given.
    ///
    /// @param client what a client of Kafka needs
    public static Surroundings of(
            Map<String, String> client, String group, String url, String user, String password) {
        var variables = new HashMap<String, String>();
        client.forEach((name, value) ->
                variables.put(KAFKA + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        variables.put(GROUP, group);
        variables.put(URL, url);
        variables.put(USER, user);
        variables.put(PASSWORD, password);
        return new Surroundings(variables);
    }

    public String group() {
        return variable(GROUP);
    }

    /// Reads what is committed, from the beginning, and commits nothing by itself.
    ///
    /// @param atOnce how many records a poll returns at most
    public Map<String, Object> consumer(int atOnce) {
        var properties = client();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group());
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, atOnce);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return properties;
    }

    /// Idempotent, and as payment-consumer's is set but for transactions.
    ///
    /// @param lingerMillis how long a record waits for company: 0 for whoever waits for the record
    public Map<String, Object> producer(int lingerMillis) {
        var properties = client();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return properties;
    }

    /// A pool of connections, for as long as the program lives.
    ///
    /// @param connections as many as there are threads that write at the same time
    public HikariDataSource database(int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(variable(URL));
        config.setUsername(variable(USER));
        config.setPassword(variable(PASSWORD));
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    private Map<String, Object> client() {
        var properties = new HashMap<String, Object>();
        variables.forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                var property = name.substring(KAFKA.length()).toLowerCase(Locale.ROOT);
                properties.put(property.replace('_', '.'), value);
            }
        });
        return properties;
    }

    private String variable(String name) {
        return Objects.requireNonNull(variables.get(name), name + " is not set");
    }
}

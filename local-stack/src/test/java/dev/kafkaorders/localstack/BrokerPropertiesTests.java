package dev.kafkaorders.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.cluster.Users;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerPropertiesTests {
    @TempDir Path directory;

    private final Properties properties = new Properties();

    @BeforeEach
    void read() throws IOException {
        read(settings());
    }

    private KafkaSettings settings() {
        return KafkaSettings.in(directory, List.of(1001, 1002, 1003), List.of(3001, 3002, 3003));
    }

    private void read(KafkaSettings settings) throws IOException {
        var users = new KafkaUsers(directory, "localhost:9092");
        properties.load(
                new StringReader(
                        BrokerProperties.of(settings, users, 2, directory.resolve("data"))));
    }

    @Test
    void deniesWhatIsNotGrantedToAllButTheSuperUsers() {
        assertThat(properties)
                .containsEntry("allow.everyone.if.no.acl.found", "false")
                .containsEntry("auto.create.topics.enable", "false");
        assertThat(properties.getProperty("super.users").split(";"))
                .containsExactlyElementsOf(
                        Users.SUPER_USERS.stream().map(user -> "User:" + user).toList());
    }

    @Test
    void addsWhatIsTheNodesOwn() {
        assertThat(properties)
                .containsEntry("node.id", "2")
                .containsEntry("log.dirs", directory.resolve("data").toString());
    }

    @Test
    void tellsWhoComesByADetourToStayOnIt() throws IOException {
        var detour = new Detour("LINK", List.of(1001, 1002, 1003), List.of(2001, 2002, 2003));
        read(settings().withDetours(List.of(detour)));

        assertThat(properties.getProperty("listeners")).endsWith(",LINK://127.0.0.1:1002");
        assertThat(properties.getProperty("advertised.listeners"))
                .endsWith(",LINK://127.0.0.1:2002");
        assertThat(properties.getProperty("listener.security.protocol.map"))
                .endsWith(",LINK:SASL_PLAINTEXT");
        assertThat(properties).containsKey("listener.name.link.scram-sha-512.sasl.jaas.config");
    }
}

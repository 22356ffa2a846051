package dev.kafkaorders.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.cluster.Users;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerPropertiesTests {
    @TempDir Path directory;

    private final Properties properties = new Properties();

    @BeforeEach
    void read() throws IOException {
        var settings = KafkaSettings.ephemeral();
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
}

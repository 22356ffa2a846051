package dev.kafkaorders.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortOwnerTests {
    @Test
    void namesTheProcessAndItsCommand() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.describe(socket.getLocalPort()))
                    .startsWith("process " + ProcessHandle.current().pid() + " (")
                    .contains("java");
        }
    }

    @Test
    void admitsThatItSeesNobody() {
        assertThat(PortOwner.describe(FreePorts.some(1).getFirst()))
                .isEqualTo("a process that this user can't see");
    }
}

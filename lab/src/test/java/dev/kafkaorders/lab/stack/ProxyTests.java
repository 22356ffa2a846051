package dev.kafkaorders.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.localstack.process.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTests {
    private static final int PATIENCE_MILLIS = 5_000;

    private ServerSocket echo;
    private int port;
    private Proxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        port = FreePorts.some(1).getFirst();
        proxy = new Proxy(port, echo.getLocalPort());
        proxy.heal();
    }

    @AfterEach
    void stop() throws IOException {
        proxy.cut();
        echo.close();
    }

    @Test
    void carriesBytesBothWays() throws IOException {
        try (var client = connect()) {
            assertThat(echoed(client)).isEqualTo(42);
        }
    }

    @Test
    void endsConnectionsAndRefusesNewOnesWhenItIsCut() throws IOException {
        try (var client = connect()) {
            echoed(client);

            assertThat(proxy.cut()).isEqualTo(1);

            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(proxy.accepts()).isFalse();
        }
    }

    @Test
    void letsThroughAgainWhenItIsHealed() throws IOException {
        proxy.cut();
        proxy.heal();

        try (var client = connect()) {
            assertThat(echoed(client)).isEqualTo(42);
        }
    }

    private static int echoed(Socket client) throws IOException {
        client.getOutputStream().write(42);
        return client.getInputStream().read();
    }

    private Socket connect() throws IOException {
        var client = new Socket();
        client.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private void serve() {
        try {
            while (true) {
                var client = echo.accept();
                Thread.ofVirtual().start(() -> echo(client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // The test is over.
        }
    }
}

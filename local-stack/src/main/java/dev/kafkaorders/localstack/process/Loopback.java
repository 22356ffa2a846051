package dev.kafkaorders.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// The network of this machine alone.
public final class Loopback {
    private static final int PATIENCE_MILLIS = 500;

    private Loopback() {}

    /// Whether somebody listens on the port.
    public static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

package dev.kafkaorders.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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

    /// Whether a server could listen on the port, on all addresses.
    public static boolean isFree(int port) {
        // On macOS all addresses can be had while somebody listens on one of them.
        if (accepts(port)) {
            return false;
        }
        try (var probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}

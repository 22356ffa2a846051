package dev.kafkaorders.lab.stack;

import dev.kafkaorders.localstack.process.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Carries bytes between a port of its own and another one, until it is cut: then connections end
/// and new ones are refused, as if the other side were gone.
final class Proxy {
    private static final int BACKLOG = 64;
    private static final int CONNECT_MILLIS = 2_000;

    private final int port;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listening;
    private @Nullable Thread acceptor;

    /// Closed until [#heal()].
    Proxy(int port, int target) {
        this.port = port;
        this.target = target;
    }

    /// Lets through again. Does nothing when it does already.
    synchronized void heal() {
        if (listening != null) {
            return;
        }
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            listening = server;
            acceptor =
                    Thread.ofPlatform().daemon().name("proxy " + port).start(() -> accept(server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Does nothing when it is cut already.
    ///
    /// @return how many connections it ended
    synchronized int cut() {
        var server = listening;
        if (server == null) {
            return 0;
        }
        listening = null;
        close(server);
        awaitEnd();
        var ended = open.size() / 2;
        open.forEach(Proxy::close);
        return ended;
    }

    /// A port stays open for as long as somebody waits at it.
    private void awaitEnd() {
        try {
            if (acceptor != null) {
                acceptor.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean accepts() {
        return Loopback.accepts(port);
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> connect(client, server));
            } catch (IOException e) {
                // Cut, or the client was gone at once.
            }
        }
    }

    private void connect(Socket client, ServerSocket server) {
        var broker = new Socket();
        open.add(client);
        open.add(broker);
        try {
            broker.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), target),
                    CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            // Cut while it was being made: whoever cut may not have seen it.
            if (server.isClosed()) {
                end(client, broker);
                return;
            }
            Thread.ofVirtual().start(() -> carry(client, broker));
            carry(broker, client);
        } catch (IOException e) {
            end(client, broker);
        }
    }

    /// One direction, until either side ends; then both do.
    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Ended by one of three: the client, the broker, or a cut.
        } finally {
            end(from, to);
        }
    }

    private void end(Socket one, Socket other) {
        close(one);
        close(other);
        open.remove(one);
        open.remove(other);
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is gone either way.
        }
    }
}

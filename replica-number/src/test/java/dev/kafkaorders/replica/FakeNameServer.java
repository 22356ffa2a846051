package dev.kafkaorders.replica;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Answers every question with the same name, or says that there is none: DNS (RFC 1035) over a
/// real socket.
final class FakeNameServer implements AutoCloseable {
    private static final int HEADER = 12;

    private final DatagramSocket socket;
    private final Optional<String> name;
    private final List<String> questions = new CopyOnWriteArrayList<>();

    FakeNameServer(Optional<String> name) {
        this.name = name;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::answer);
    }

    NameServer address() {
        return new NameServer("dns://127.0.0.1:" + socket.getLocalPort());
    }

    List<String> questions() {
        return questions;
    }

    private void answer() {
        var packet = new DatagramPacket(new byte[512], 512);
        try {
            while (!socket.isClosed()) {
                packet.setLength(512);
                socket.receive(packet);
                var answer = answerTo(packet);
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private byte[] answerTo(DatagramPacket question) {
        var data = question.getData();
        var end = HEADER;
        var asked = new StringBuilder();
        while (data[end] != 0) {
            asked.append(new String(data, end + 1, data[end], US_ASCII)).append('.');
            end += data[end] + 1;
        }
        questions.add(asked.toString());
        end += 5; // the root label, type and class
        var answer = new ByteArrayOutputStream();
        answer.write(data, 0, 2);
        // An answer, with recursion; 3 says that the name doesn't exist.
        answer.writeBytes(new byte[] {(byte) 0x81, (byte) (name.isPresent() ? 0x80 : 0x83)});
        answer.writeBytes(new byte[] {0, 1, 0, (byte) (name.isPresent() ? 1 : 0), 0, 0, 0, 0});
        answer.write(data, HEADER, end - HEADER);
        name.ifPresent(known -> {
            var labels = labels(known);
            // The name that was asked for, PTR, IN, for a minute.
            answer.writeBytes(new byte[] {(byte) 0xc0, HEADER, 0, 12, 0, 1, 0, 0, 0, 60});
            answer.writeBytes(new byte[] {0, (byte) labels.length});
            answer.writeBytes(labels);
        });
        return answer.toByteArray();
    }

    private static byte[] labels(String name) {
        var labels = new ByteArrayOutputStream();
        for (var label : List.of(name.split("\\."))) {
            labels.write(label.length());
            labels.writeBytes(label.getBytes(US_ASCII));
        }
        labels.write(0);
        return labels.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}

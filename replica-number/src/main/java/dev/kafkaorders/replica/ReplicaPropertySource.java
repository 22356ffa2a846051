package dev.kafkaorders.replica;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/// `replica.number`, from the name that Docker's DNS has for this container's address:
/// `kafka-orders-payment-consumer-2.kafka-orders_default` is number 2. Compose gives each replica a
/// number that no other has at the same time, and the same again to the container that takes its
/// place; the host name, in contrast, is a new one for each container.
final class ReplicaPropertySource extends PropertySource<NameServer> {

    static final String PROPERTY = "replica.number";

    private static final Pattern NUMBERED = Pattern.compile("[^.]*[-_](\\d+)(\\..*)?");

    ReplicaPropertySource(NameServer nameServer) {
        super(PROPERTY, nameServer);
    }

    /// @throws IllegalStateException when nobody knows it: better no start than two replicas that
    ///   take themselves for the same
    @Override
    public @Nullable Object getProperty(String name) {
        return name.equals(PROPERTY) ? number() : null;
    }

    private String number() {
        var names = addresses().flatMap(address -> source.namesOf(address).stream()).toList();
        return number(names)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "%s is known under Docker Compose only: the names of this host's addresses are %s, without a number at the end"
                                        .formatted(PROPERTY, names)));
    }

    static Stream<String> number(List<String> names) {
        return names.stream()
                .map(NUMBERED::matcher)
                .filter(name -> name.matches())
                .map(name -> name.group(1));
    }

    private static Stream<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLoopbackAddress());
        } catch (SocketException e) {
            throw new IllegalStateException("This host doesn't tell its addresses", e);
        }
    }
}

package dev.kafkaorders.lab.stack;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What lies between one service and the brokers: a [Proxy] for each of them, to be cut and healed
/// together.
public final class Link implements AutoCloseable {
    private final String name;
    private final List<Proxy> proxies;

    Link(String name, List<Proxy> proxies) {
        this.name = name;
        this.proxies = List.copyOf(proxies);
    }

    /// The service that it belongs to.
    public String name() {
        return name;
    }

    /// Ends all connections and refuses new ones.
    ///
    /// @return how many were ended
    public int cut() {
        var ended = new AtomicInteger();
        proxies.forEach(proxy -> ended.addAndGet(proxy.cut()));
        return ended.get();
    }

    /// Whether nobody can connect to any broker this way.
    public boolean isCut() {
        return proxies.stream().noneMatch(Proxy::accepts);
    }

    public void heal() {
        proxies.forEach(Proxy::heal);
    }

    @Override
    public void close() {
        proxies.forEach(Proxy::cut);
    }
}

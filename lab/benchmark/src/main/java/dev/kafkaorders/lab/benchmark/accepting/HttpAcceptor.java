package dev.kafkaorders.lab.benchmark.accepting;

import dev.kafkaorders.lab.benchmark.load.OrderDoor;
import dev.kafkaorders.localstack.Service;
import java.io.IOException;

/// A service that runs for as long as it is needed.
final class HttpAcceptor implements Acceptor {
    private final Service service;
    private final OrderDoor door;

    private HttpAcceptor(Service service, OrderDoor door) {
        this.service = service;
        this.door = door;
    }

    /// Returns when it is ready. Arms may share a service, which the first of them starts.
    static HttpAcceptor start(Service service, boolean withKey) {
        if (!service.isAlive()) {
            service.start();
        }
        return new HttpAcceptor(service, new OrderDoor(service.baseUrl(), withKey));
    }

    @Override
    public void call() throws IOException {
        door.place();
    }

    @Override
    public void close() {
        door.close();
        service.stop();
    }
}

package dev.kafkaorders.lab.faults;

/// Who is hit. Who that is right now is found out when the time has come.
public sealed interface Target {

    Family family();

    /// Whichever broker leads that partition of `orders` then.
    record Leader(int partition) implements Target {
        @Override
        public Family family() {
            return Family.BROKERS;
        }

        @Override
        public String toString() {
            return "leader of orders-" + partition;
        }
    }

    /// Whichever node leads the quorum then.
    record Controller() implements Target {
        @Override
        public Family family() {
            return Family.BROKERS;
        }

        @Override
        public String toString() {
            return "controller";
        }
    }

    /// A process with that name.
    record Named(String name, Family family) implements Target {
        @Override
        public String toString() {
            return name;
        }
    }

    /// What lies between the service of that name and the brokers.
    record Network(String service) implements Target {
        @Override
        public Family family() {
            return Family.NETWORK;
        }

        @Override
        public String toString() {
            return "link of " + service;
        }
    }
}

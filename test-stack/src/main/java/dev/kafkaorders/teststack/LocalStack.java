package dev.kafkaorders.teststack;

/// Three nodes and one PostgreSQL as child processes.
final class LocalStack extends TestStack {

    LocalStack() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public String bootstrapServers() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    short replicationFactor() {
        return 3;
    }

    @Override
    Database database(String name) {
        throw new UnsupportedOperationException("not yet");
    }
}

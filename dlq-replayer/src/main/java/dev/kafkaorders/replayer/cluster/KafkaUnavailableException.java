package dev.kafkaorders.replayer.cluster;

/// Kafka didn't answer, or refused. Nothing is known about what was asked for.
public class KafkaUnavailableException extends RuntimeException {

    public KafkaUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}

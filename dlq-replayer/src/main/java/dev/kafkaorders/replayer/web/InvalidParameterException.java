package dev.kafkaorders.replayer.web;

/// A request that can't be understood, or must not be.
public final class InvalidParameterException extends RuntimeException {

    private final String parameter;

    /// @param parameter the query parameter, or the JSON path in the body
    /// @param message what is wrong with it, to be read after its name
    public InvalidParameterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /// The query parameter, or the JSON path in the body.
    public String parameter() {
        return parameter;
    }
}

package dev.kafkaorders.events;

/// The names of the record headers that carry an event's attributes: CloudEvents 1.0, Kafka
/// protocol binding, binary content mode (section 3.2 of the binding).
public final class EventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String CONTENT_TYPE = "content-type";

    private EventHeaders() {}
}

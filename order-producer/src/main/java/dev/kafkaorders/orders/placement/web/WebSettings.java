package dev.kafkaorders.orders.placement.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What the API takes.
///
/// @param maxBody longer request bodies are refused
/// @param maxBodies more than so much of them at once is refused. While a body is at work it takes
///   five to twelve times its length of the heap
@ConfigurationProperties("orders.web")
record WebSettings(@DefaultValue("4MB") DataSize maxBody, @DefaultValue("8MB") DataSize maxBodies) {

    WebSettings {
        if (maxBody.toBytes() <= 0) {
            throw new IllegalArgumentException("orders.web.max-body is not positive");
        }
        if (maxBodies.toBytes() < maxBody.toBytes() || maxBodies.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "orders.web.max-bodies is less than orders.web.max-body, or 2GB or more");
        }
    }
}

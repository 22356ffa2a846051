package dev.kafkaorders.orders.placement.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What the API takes.
///
/// @param maxBody longer request bodies are refused
@ConfigurationProperties("orders.web")
record WebSettings(@DefaultValue("4MB") DataSize maxBody) {

    WebSettings {
        if (maxBody.toBytes() <= 0) {
            throw new IllegalArgumentException("orders.web.max-body is not positive");
        }
    }
}

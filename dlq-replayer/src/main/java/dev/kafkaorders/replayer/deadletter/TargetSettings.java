package dev.kafkaorders.replayer.deadletter;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where dead letters may go.
///
/// @param allowed the topics, whether a dead letter came from there or an operator asks for it
@ConfigurationProperties("replayer.targets")
public record TargetSettings(@DefaultValue("orders") Set<String> allowed) {

    public TargetSettings {
        allowed = Set.copyOf(allowed);
        if (allowed.isEmpty()) {
            throw new IllegalArgumentException("replayer.targets.allowed is empty");
        }
    }
}

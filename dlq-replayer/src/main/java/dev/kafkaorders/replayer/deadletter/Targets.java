package dev.kafkaorders.replayer.deadletter;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says where a dead letter may go. Its headers alone don't: anybody may have written them.
@Component
public class Targets {

    private final TargetSettings settings;

    Targets(TargetSettings settings) {
        this.settings = settings;
    }

    public boolean isAllowed(String topic) {
        return settings.allowed().contains(topic);
    }

    public Set<String> allowed() {
        return settings.allowed();
    }

    /// The topic to write to; empty when it isn't allowed, or not known.
    ///
    /// @param wanted by an operator; null for where it came from
    public Optional<String> of(DeadLetter letter, @Nullable String wanted) {
        var topic = wanted == null ? letter.originTopic() : Optional.of(wanted);
        return topic.filter(this::isAllowed);
    }
}

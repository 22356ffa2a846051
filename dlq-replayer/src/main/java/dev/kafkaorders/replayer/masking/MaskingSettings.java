package dev.kafkaorders.replayer.masking;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is masked in every answer.
///
/// @param paths JSON paths such as `$.paymentMethod`, `$.lines[*].sku` or `$..token`
@ConfigurationProperties("replayer.masking")
public record MaskingSettings(@DefaultValue("$..paymentMethod") List<String> paths) {

    public MaskingSettings {
        paths = List.copyOf(paths);
        paths.forEach(JsonPath::parse);
    }
}

package dev.kafkaorders.orders.placement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.orders.idempotency.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells whether two requests are the same: by what they say, not by their blanks or the order of
/// their fields.
///
/// A field that is absent leaves no trace. So a field that a later version adds does not turn
/// yesterday's requests into other ones.
@Component
final class RequestFingerprints {

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    Fingerprint of(String method, String path, Object body) {
        var canonical = new ByteArrayOutputStream();
        canonical.writeBytes((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
        canonical.writeBytes(mapper.writeValueAsBytes(body));
        return Fingerprint.of(canonical.toByteArray());
    }
}

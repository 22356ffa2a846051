package dev.kafkaorders.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// What a service says of itself.
///
/// @param service where it listens, without a path
public record ReadinessProbe(URI service) {
    private static final int ANSWER_MILLIS = 2_000;

    /// False when nobody answers, too.
    public boolean isUp() {
        try {
            var probe =
                    (HttpURLConnection)
                            service.resolve("/actuator/health/readiness").toURL().openConnection();
            probe.setConnectTimeout(ANSWER_MILLIS);
            probe.setReadTimeout(ANSWER_MILLIS);
            var status = probe.getResponseCode();
            probe.disconnect();
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}

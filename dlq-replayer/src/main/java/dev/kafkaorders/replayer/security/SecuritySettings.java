package dev.kafkaorders.replayer.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How it is found out who may.
///
/// @param rolesClaim where a JWT has its roles, `viewer`, `operator` or `metrics`; a list, or a
///   text with spaces
/// @param failedLogins how many log-ins of a user from an address may fail before more are refused
/// @param failureWindow from the first of them until log-ins are possible again
@ConfigurationProperties("replayer.security")
record SecuritySettings(
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("5") int failedLogins,
        @DefaultValue("1m") Duration failureWindow) {

    SecuritySettings {
        if (rolesClaim.isBlank() || failedLogins < 1 || !failureWindow.isPositive()) {
            throw new IllegalArgumentException(
                    "replayer.security: roles-claim must not be blank, failed-logins and"
                            + " failure-window must be positive");
        }
    }
}

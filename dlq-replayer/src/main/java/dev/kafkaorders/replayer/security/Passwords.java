package dev.kafkaorders.replayer.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The passwords of the users, from `REPLAYER_VIEWER_PASSWORD`, `REPLAYER_OPERATOR_PASSWORD` and
/// `REPLAYER_METRICS_PASSWORD`. There is no default: a password that everybody knows is none.
@ConfigurationProperties("replayer")
record Passwords(@Nullable User viewer, @Nullable User operator, @Nullable User metrics) {

    record User(@Nullable String password) {

        /// Nobody is to read it in a log.
        @Override
        public String toString() {
            return "User";
        }
    }

    /// @throws IllegalStateException when there is none, saying what to set
    String ofViewer() {
        return present(viewer, "REPLAYER_VIEWER_PASSWORD");
    }

    /// @throws IllegalStateException when there is none, saying what to set
    String ofOperator() {
        return present(operator, "REPLAYER_OPERATOR_PASSWORD");
    }

    /// Empty when nobody is to see metrics but viewers and operators.
    Optional<String> ofMetrics() {
        return of(metrics);
    }

    private static String present(@Nullable User user, String variable) {
        return of(user).orElseThrow(() ->
                new IllegalStateException(
                        "There is no default password: set "
                                + variable
                                + ", or SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI"
                                + " to have an OAuth2 issuer say who may"));
    }

    private static Optional<String> of(@Nullable User user) {
        return Optional.ofNullable(user)
                .map(User::password)
                .filter(password -> !password.isBlank());
    }
}

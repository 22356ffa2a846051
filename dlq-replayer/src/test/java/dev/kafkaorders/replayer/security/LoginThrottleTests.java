package dev.kafkaorders.replayer.security;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class LoginThrottleTests {

    private static final int MOST = 2;
    private static final SecuritySettings SETTINGS =
            new SecuritySettings("roles", MOST, Duration.ofMinutes(1));

    private final AtomicInteger checked = new AtomicInteger();
    private final CountDownLatch tooMany = new CountDownLatch(MOST + 1);
    private final LoginThrottle throttle =
            new LoginThrottle(this::check, new FailedLogins(SETTINGS, Clock.systemUTC()));

    /// Gives others time to come in between.
    private Authentication check(Authentication login) {
        checked.incrementAndGet();
        tooMany.countDown();
        try {
            var _ = tooMany.await(50, MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if ("right".equals(login.getCredentials())) {
            return login;
        }
        throw new BadCredentialsException("wrong");
    }

    @Test
    void manyTriesAtTheSameTimeGetNoFurtherThanManyInARow() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) {
                threads.execute(() ->
                        assertThatThrownBy(() -> throttle.authenticate(login("operator", "no")))
                                .isNotNull());
            }
        }
        assertThat(checked).hasValue(MOST);
    }

    @Test
    void manyAtTheSameTimeWithTheRightPasswordAllGetIn() {
        var in = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 10; i++) {
                threads.execute(() -> {
                    var _ = throttle.authenticate(login("operator", "right"));
                    in.incrementAndGet();
                });
            }
        }
        assertThat(in).hasValue(10);
    }

    @Test
    void aNameInOtherLettersIsTheSameUser() {
        for (var name : new String[] {"operator", "OPERATOR"}) {
            assertThatThrownBy(() -> throttle.authenticate(login(name, "no")))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> throttle.authenticate(login("Operator", "right")))
                .isInstanceOf(TooManyFailedLoginsException.class);
    }

    private static Authentication login(String name, String password) {
        var login = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        login.setDetails(new WebAuthenticationDetails("10.0.0.1", null));
        return login;
    }
}

package dev.kafkaorders.replayer.security;

import dev.kafkaorders.replayer.security.FailedLogins.Who;
import java.util.Locale;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Refuses log-ins of a user from an address where too many have failed, also with the right
/// password: or whoever guesses would learn that it is right.
///
/// It stands where the password is checked, and not before: so whatever Spring Security takes for a
/// log-in is counted. A user's tries from an address are checked one after the other, so that many
/// at the same time get no further than many in a row.
///
/// Bearer tokens are not counted: nobody guesses a signature, so there is nothing to slow down, and
/// one client whose token has expired would lock out all the others behind its proxy.
final class LoginThrottle implements AuthenticationManager {

    private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);

    private final AuthenticationManager passwords;
    private final FailedLogins failures;

    /// Two who try may share one, and wait for each other; a lock for each would need a memory of
    /// its own.
    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    LoginThrottle(AuthenticationManager passwords, FailedLogins failures) {
        this.passwords = passwords;
        this.failures = failures;
    }

    /// @throws TooManyFailedLoginsException when too many have failed before
    @Override
    public Authentication authenticate(Authentication login) {
        var who = who(login);
        var lock = locks[Math.floorMod(who.hashCode(), locks.length)];
        lock.lock();
        try {
            var wait = failures.wait(who);
            if (wait.isPresent()) {
                throw new TooManyFailedLoginsException(wait.get());
            }
            return check(login, who);
        } finally {
            lock.unlock();
        }
    }

    private Authentication check(Authentication login, Who who) {
        try {
            var known = passwords.authenticate(login);
            failures.succeeded(who);
            return known;
        } catch (AuthenticationException e) {
            failures.failed(who);
            log.atWarn().addKeyValue("address", who.address()).log("A log-in failed");
            throw e;
        }
    }

    /// Whoever has another name than the users can't get in, and shares one count. Spring Security
    /// tells no upper case from lower case in the names of users in memory.
    private static Who who(Authentication login) {
        var address =
                login.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : "unknown";
        var name = login.getName().toLowerCase(Locale.ROOT);
        return new Who(address, Roles.ALL.contains(name) ? name : "unknown");
    }
}

package social.roost.user;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import social.roost.base.OverloadedException;
import social.roost.base.UnavailableException;
import social.roost.http.Problem;
import social.roost.user.FailedLogIns.Backoff;

/**
 * Makes those wait who fail to log in: by name and address together, so that nobody elsewhere can keep the owner of an account out;
 * and by address, for those who try many names.
 *
 * <p>Counts the name that was typed, whether or not there is such an account.
 */
public final class LogInAttempts {
    private static final Backoff OF_A_NAME = new Backoff(5, Duration.ofSeconds(1), Duration.ofMinutes(15));
    private static final Backoff OF_AN_ADDRESS = new Backoff(20, Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final FailedLogIns failures;

    public LogInAttempts(FailedLogIns failures) {
        this.failures = failures;
    }

    /**
     * Makes an attempt.
     *
     * @param network where it comes from
     * @throws Problem 429 when it comes too early; and whatever the attempt throws
     */
    <T> T make(String login, long network, Supplier<T> attempt) {
        String address = Long.toString(network);
        // Hashed, so that no store has what was typed, nor keys as long as that.
        String name = TokenHash.of(login.strip().toLowerCase(Locale.ROOT) + " " + address)
                .hex();
        require(failures.count(name, OF_A_NAME));
        Duration wait = failures.count(address, OF_AN_ADDRESS);
        if (wait.isPositive()) {
            failures.takeBack(name);
        }
        require(wait);
        return counted(name, address, attempt);
    }

    private <T> T counted(String name, String address, Supplier<T> attempt) {
        try {
            T done = attempt.get();
            failures.forget(name);
            failures.takeBack(address);
            return done;
        } catch (OverloadedException | UnavailableException e) {
            failures.takeBack(name);
            failures.takeBack(address);
            throw e;
        }
    }

    private static void require(Duration wait) {
        if (wait.isPositive()) {
            long seconds = Math.ceilDiv(wait.toNanos(), 1_000_000_000L);
            throw Problem.tooMany("too_many_failures", "Too many attempts to log in have failed", seconds);
        }
    }
}

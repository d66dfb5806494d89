package social.roost.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.base.Caller;
import social.roost.base.OverloadedException;
import social.roost.base.Rejection;
import social.roost.base.UnavailableException;
import social.roost.user.FailedLogIns.Backoff;

/**
 * Delays clients whose log-ins fail.
 *
 * <p>Failed log-ins are counted by four keys. Name and address together: after a few failures, waits grow, so nobody
 * elsewhere can lock out the owner of an account. The address, against clients that try many names. The account,
 * slowly, against attackers with many addresses; its username and email address count together. And the /48 of an IPv6
 * address. Clients that have logged in to the account before are exempt from the last two; each has its own counter
 * instead.
 *
 * <p>Counts the login as typed, whether or not the account exists.
 */
public final class LogInAttempts {
    private static final Backoff OF_A_NAME = new Backoff(5, Duration.ofSeconds(1), Duration.ofMinutes(15));
    private static final Backoff OF_AN_ADDRESS = new Backoff(20, Duration.ofSeconds(1), Duration.ofMinutes(1));

    /** 100 per hour. */
    private static final Backoff OF_AN_ACCOUNT = new Backoff(100, Duration.ofSeconds(36), Duration.ofSeconds(36));

    /** 500 per hour: a site may have many people. */
    private static final Backoff OF_A_SITE = new Backoff(500, Duration.ofMillis(7_200), Duration.ofMillis(7_200));

    private static final Backoff OF_A_SESSION = new Backoff(5, Duration.ofSeconds(1), Duration.ofMinutes(15));

    /** 20 per hour, by logged-in callers who do not know the password of the account. */
    private static final Backoff OF_AN_OWNER = new Backoff(20, Duration.ofMinutes(3), Duration.ofMinutes(3));

    /**
     * 10 per hour, by those who know the password but are not known: a wrong code has 3 chances in a million to be
     * right. It does not hold up recovery codes, so the owner always gets in.
     */
    private static final Backoff OF_A_SECOND_FACTOR = new Backoff(10, Duration.ofMinutes(6), Duration.ofMinutes(6));

    private final FailedLogIns failures;

    public LogInAttempts(FailedLogIns failures) {
        this.failures = failures;
    }

    /**
     * Makes a log-in attempt.
     *
     * @throws Rejection TOO_MANY if it is too early; and whatever the attempt throws
     */
    <T> T make(Guess guess, Supplier<T> attempt) {
        String address = Long.toString(guess.network);
        List<Counter> counters = new ArrayList<>();
        counters.add(
                new Counter(hashed(guess.login.strip().toLowerCase(Locale.ROOT) + " " + address), OF_A_NAME, true));
        counters.add(new Counter(address, OF_AN_ADDRESS, false));
        if (guess.holder != null) {
            counters.add(new Counter(hashed(guess.holder), OF_AN_ACCOUNT, false));
        } else {
            counters.add(new Counter(hashed(guess.account), OF_AN_ACCOUNT, false));
            guess.site.ifPresent(site -> counters.add(new Counter("site " + site, OF_A_SITE, false)));
        }
        return make(counters, "Too many failed log-ins", attempt);
    }

    /**
     * Makes an attempt by a logged-in caller to confirm the account's password.
     *
     * @throws Rejection TOO_MANY if it is too early; and whatever the attempt throws
     */
    <T> T confirm(Caller caller, Supplier<T> attempt) {
        List<Counter> counters = List.of(
                new Counter("confirm session " + caller.sessionId(), OF_A_SESSION, true),
                new Counter("confirm user " + caller.userId(), OF_AN_OWNER, false));
        return make(counters, "The current password was wrong too often", attempt);
    }

    /**
     * Makes an attempt to complete a log-in with a code.
     *
     * @throws Rejection TOO_MANY if it is too early; and whatever the attempt throws
     */
    <T> T makeWithCode(CodeGuess guess, Supplier<T> attempt) {
        String address = Long.toString(guess.network);
        List<Counter> counters = new ArrayList<>();
        counters.add(new Counter("code " + guess.userId + " " + address, OF_A_NAME, true));
        counters.add(new Counter("code " + address, OF_AN_ADDRESS, false));
        if (guess.device != null) {
            counters.add(new Counter(hashed("code device " + guess.device), OF_A_SESSION, true));
        } else if (guess.isAppCode) {
            counters.add(new Counter("code " + guess.userId, OF_A_SECOND_FACTOR, false));
        }
        return make(counters, "Too many wrong codes", attempt);
    }

    /** Hashed, so that stores contain neither what was typed nor keys of that length. */
    private static String hashed(String key) {
        return TokenHash.of(key).hex();
    }

    private <T> T make(List<Counter> counters, String refusal, Supplier<T> attempt) {
        for (int i = 0; i < counters.size(); i++) {
            Duration wait = failures.count(counters.get(i).key, counters.get(i).backoff);
            if (wait.isPositive()) {
                takeBack(counters.subList(0, i));
                throw Rejection.tooMany("too_many_failures", refusal, Math.ceilDiv(wait.toNanos(), 1_000_000_000L));
            }
        }
        try {
            T done = attempt.get();
            counters.forEach(this::succeeded);
            return done;
        } catch (OverloadedException | UnavailableException e) {
            takeBack(counters);
            throw e;
        }
    }

    private void succeeded(Counter counter) {
        if (counter.isForgotten) {
            failures.forget(counter.key);
        } else {
            failures.takeBack(counter.key);
        }
    }

    private void takeBack(List<Counter> counters) {
        counters.forEach(counter -> failures.takeBack(counter.key));
    }

    /**
     * An attempt to guess a password.
     *
     * @param login as typed
     * @param account the account, the same for each way to name it
     * @param network of the client
     * @param site the wider network of the client
     * @param holder identifies a session or device that has logged in to the account before; null for others
     */
    record Guess(
            String login,
            String account,
            long network,
            OptionalLong site,
            @Nullable String holder) {}

    /**
     * An attempt to guess a code, by someone who knows the password.
     *
     * @param network of the client
     * @param isAppCode whether it could be a code of an authenticator app; recovery codes are too long to be guessed
     * @param device that has logged in with a code before; null for others
     */
    record CodeGuess(
            long userId,
            long network,
            boolean isAppCode,
            @Nullable String device) {}

    /** @param isForgotten whether a success resets the counter, or undoes only its own count */
    private record Counter(String key, Backoff backoff, boolean isForgotten) {}
}

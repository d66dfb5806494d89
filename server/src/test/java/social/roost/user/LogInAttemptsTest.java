package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.base.Caller;
import social.roost.base.OverloadedException;
import social.roost.base.Rejection;
import social.roost.user.LogInAttempts.Guess;
import social.roost.user.memory.MemoryFailedLogIns;

@DisplayName("J1: log-in attempts")
class LogInAttemptsTest {
    private static final long HERE = 1;
    private static final long ELSEWHERE = 2;
    private final AtomicLong clock = new AtomicLong();
    private final LogInAttempts attempts = new LogInAttempts(new MemoryFailedLogIns(clock::get));

    @Test
    void waitTwiceAsLongWithEachFailureAfterTheFifth() {
        failOften("alice", 5);
        for (long seconds = 1; seconds <= 512; seconds *= 2) {
            assertThat(refusal("ALICE ", HERE).text()).contains(seconds == 1 ? "a second" : seconds + " seconds");
            pass(Duration.ofSeconds(seconds));
            fail("alice", HERE);
        }
        assertThat(refusal("alice", HERE).text()).contains("900 seconds");
    }

    @Test
    void fromElsewhereDoNotWait() {
        failOften("alice", 5);
        assertThat(refusal("alice", HERE).code()).isEqualTo("too_many_failures");
        assertThat(attempts.make(guess("alice", ELSEWHERE), LogInAttemptsTest::welcome))
                .isEqualTo("welcome");
        fail("bob", HERE);
    }

    @Test
    void startAnewAfterASuccess() {
        failOften("alice", 4);
        assertThat(attempts.make(guess("alice", HERE), LogInAttemptsTest::welcome))
                .isEqualTo("welcome");
        failOften("alice", 5);
    }

    @Test
    void withManyNamesWaitForTheAddress() {
        for (int i = 0; i < 20; i++) {
            fail("name" + i, HERE);
        }
        assertThat(refusal("alice", HERE).kind()).isEqualTo(Rejection.Kind.TOO_MANY);
        assertThat(attempts.make(guess("alice", ELSEWHERE), LogInAttemptsTest::welcome))
                .isEqualTo("welcome");
        pass(Duration.ofSeconds(1));
        assertThat(attempts.make(guess("alice", HERE), LogInAttemptsTest::welcome))
                .isEqualTo("welcome");
    }

    @Test
    void thatSucceedOrCouldNotBeMadeAreNotCounted() {
        for (int i = 0; i < 50; i++) {
            attempts.make(guess("alice", HERE), LogInAttemptsTest::welcome);
            assertThatThrownBy(() -> attempts.make(guess("bob", HERE), () -> {
                        throw new OverloadedException("full");
                    }))
                    .isInstanceOf(OverloadedException.class);
        }
        failOften("bob", 5);
    }

    @Test
    @DisplayName("SECURITY 11: at one account are limited across all addresses, by name and email together")
    void atOneAccountAreBoundedOverAllAddresses() {
        for (int i = 0; i < 50; i++) {
            failAs(new Guess("alice", "user 1", 100 + i, OptionalLong.empty(), null));
            failAs(new Guess("alice@example.org", "user 1", 200 + i, OptionalLong.empty(), null));
        }
        assertThat(refusalOf(new Guess("alice", "user 1", 300, OptionalLong.empty(), null))
                        .code())
                .isEqualTo("too_many_failures");
        failAs(new Guess("bob", "user 2", 300, OptionalLong.empty(), null));
        pass(Duration.ofSeconds(36));
        failAs(new Guess("alice", "user 1", 301, OptionalLong.empty(), null));
        refusalOf(new Guess("alice", "user 1", 302, OptionalLong.empty(), null));
    }

    @Test
    @DisplayName("SECURITY 11: do not lock out devices that have logged in before, which have their own limit")
    void doNotKeepOutWhoHasLoggedInBefore() {
        for (int i = 0; i < 100; i++) {
            failAs(new Guess("alice", "user 1", 100 + i, OptionalLong.empty(), null));
        }
        Guess known = new Guess("alice", "user 1", 300, OptionalLong.empty(), "device x");
        assertThat(attempts.make(known, LogInAttemptsTest::welcome)).isEqualTo("welcome");
        for (int i = 0; i < 100; i++) {
            failAs(new Guess("alice", "user 1", 400 + i, OptionalLong.empty(), "device x"));
        }
        refusalOf(new Guess("alice", "user 1", 500, OptionalLong.empty(), "device x"));
        failAs(new Guess("alice", "user 1", 500, OptionalLong.empty(), "device y"));
    }

    @Test
    @DisplayName("SECURITY 11: from one /48 are limited together")
    void ofOneSiteAreBoundedTogether() {
        OptionalLong site = OptionalLong.of(7);
        for (int i = 0; i < 500; i++) {
            failAs(new Guess("name" + i, "login name" + i, 100 + i, site, null));
        }
        refusalOf(new Guess("alice", "user 1", 1_000, site, null));
        failAs(new Guess("alice", "user 1", 1_000, OptionalLong.of(8), null));
        assertThat(attempts.make(new Guess("alice", "user 1", 1_001, site, "device x"), LogInAttemptsTest::welcome))
                .isEqualTo("welcome");
    }

    @Test
    @DisplayName("SECURITY 14: to confirm the current password are limited by session and by account")
    void toTellTheCurrentPasswordAreBounded() {
        Caller first = new Caller(1, 11, Long.MAX_VALUE);
        for (int i = 0; i < 5; i++) {
            assertThat(confirm(first, LogInAttemptsTest::refuse).code()).isEqualTo("wrong_credentials");
        }
        assertThat(confirm(first, LogInAttemptsTest::refuse).code()).isEqualTo("too_many_failures");
        for (int i = 0; i < 15; i++) {
            Caller other = new Caller(1, 20 + i, Long.MAX_VALUE);
            assertThat(confirm(other, LogInAttemptsTest::refuse).code()).isEqualTo("wrong_credentials");
        }
        assertThat(confirm(new Caller(1, 99, Long.MAX_VALUE), LogInAttemptsTest::refuse)
                        .kind())
                .isEqualTo(Rejection.Kind.TOO_MANY);
        assertThat(confirm(new Caller(2, 98, Long.MAX_VALUE), LogInAttemptsTest::refuse)
                        .code())
                .isEqualTo("wrong_credentials");
    }

    private Rejection confirm(Caller caller, Supplier<String> attempt) {
        return catchThrowableOfType(Rejection.class, () -> attempts.confirm(caller, attempt));
    }

    private static Guess guess(String login, long network) {
        return new Guess(login, "login " + login.strip().toLowerCase(Locale.ROOT), network, OptionalLong.empty(), null);
    }

    private void failAs(Guess guess) {
        assertThat(catchThrowableOfType(Rejection.class, () -> attempts.make(guess, LogInAttemptsTest::refuse))
                        .code())
                .isEqualTo("wrong_credentials");
    }

    private Rejection refusalOf(Guess guess) {
        Rejection rejection =
                catchThrowableOfType(Rejection.class, () -> attempts.make(guess, LogInAttemptsTest::welcome));
        assertThat(rejection.kind()).isEqualTo(Rejection.Kind.TOO_MANY);
        return rejection;
    }

    private static String welcome() {
        return "welcome";
    }

    private static String refuse() {
        throw new Rejection(Rejection.Kind.UNAUTHENTICATED, "wrong_credentials", "Wrong.");
    }

    private void failOften(String login, int times) {
        for (int i = 0; i < times; i++) {
            fail(login, HERE);
        }
    }

    private void fail(String login, long network) {
        assertThat(problem(login, network, LogInAttemptsTest::refuse).code()).isEqualTo("wrong_credentials");
    }

    private Rejection refusal(String login, long network) {
        return problem(login, network, LogInAttemptsTest::welcome);
    }

    private Rejection problem(String login, long network, Supplier<String> attempt) {
        return catchThrowableOfType(Rejection.class, () -> attempts.make(guess(login, network), attempt));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}

package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.base.OverloadedException;
import social.roost.http.Problem;
import social.roost.user.memory.MemoryFailedLogIns;

@DisplayName("J1: attempts to log in")
class LogInAttemptsTest {
    private static final long HERE = 1;
    private static final long ELSEWHERE = 2;
    private final AtomicLong clock = new AtomicLong();
    private final LogInAttempts attempts = new LogInAttempts(new MemoryFailedLogIns(clock::get));

    @Test
    void waitTwiceAsLongWithEachFailureAfterTheFifth() {
        failOften("alice", 5);
        for (long seconds = 1; seconds <= 512; seconds *= 2) {
            assertThat(refusal("ALICE ", HERE).detail()).contains(seconds == 1 ? "a second" : seconds + " seconds");
            pass(Duration.ofSeconds(seconds));
            fail("alice", HERE);
        }
        assertThat(refusal("alice", HERE).detail()).contains("900 seconds");
    }

    @Test
    void fromElsewhereDoNotWait() {
        failOften("alice", 5);
        assertThat(refusal("alice", HERE).code()).isEqualTo("too_many_failures");
        assertThat(attempts.make("alice", ELSEWHERE, LogInAttemptsTest::welcome))
                .isEqualTo("welcome");
        fail("bob", HERE);
    }

    @Test
    void startAnewAfterASuccess() {
        failOften("alice", 4);
        assertThat(attempts.make("alice", HERE, LogInAttemptsTest::welcome)).isEqualTo("welcome");
        failOften("alice", 5);
    }

    @Test
    void withManyNamesWaitForTheAddress() {
        for (int i = 0; i < 20; i++) {
            fail("name" + i, HERE);
        }
        assertThat(refusal("alice", HERE).status()).isEqualTo(429);
        assertThat(attempts.make("alice", ELSEWHERE, LogInAttemptsTest::welcome))
                .isEqualTo("welcome");
        pass(Duration.ofSeconds(1));
        assertThat(attempts.make("alice", HERE, LogInAttemptsTest::welcome)).isEqualTo("welcome");
    }

    @Test
    void thatSucceedOrCouldNotBeMadeAreNotCounted() {
        for (int i = 0; i < 50; i++) {
            attempts.make("alice", HERE, LogInAttemptsTest::welcome);
            assertThatThrownBy(() -> attempts.make("bob", HERE, () -> {
                        throw new OverloadedException("full");
                    }))
                    .isInstanceOf(OverloadedException.class);
        }
        failOften("bob", 5);
    }

    private static String welcome() {
        return "welcome";
    }

    private static String refuse() {
        throw new Problem(401, "wrong_credentials", "Wrong.");
    }

    private void failOften(String login, int times) {
        for (int i = 0; i < times; i++) {
            fail(login, HERE);
        }
    }

    private void fail(String login, long network) {
        assertThat(problem(login, network, LogInAttemptsTest::refuse).code()).isEqualTo("wrong_credentials");
    }

    private Problem refusal(String login, long network) {
        return problem(login, network, LogInAttemptsTest::welcome);
    }

    private Problem problem(String login, long network, Supplier<String> attempt) {
        return catchThrowableOfType(Problem.class, () -> attempts.make(login, network, attempt));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}

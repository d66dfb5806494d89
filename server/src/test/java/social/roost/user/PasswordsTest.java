package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.OverloadedException;
import social.roost.base.Together;
import social.roost.base.config.ByteSize;

/** Passwords are hashed with Argon2id, a few at a time (SPEC A1). */
@Timeout(240)
class PasswordsTest {
    private final Passwords passwords = new Passwords(1, 1, ByteSize.parse("19MiB"));

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void aHashIsArgon2idWithTheChosenCostAndASaltOfItsOwn() {
        String hash = passwords.hash("correct horse");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("correct");
        assertThat(hash.split("\\$")).hasSize(6);
        assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void itsMemoryIsASettingAndWhatWasHashedWithAnotherStaysValid() {
        String before = passwords.hash("correct horse");
        try (Passwords others = new Passwords(1, 1, ByteSize.parse("1MiB"))) {
            assertThat(others.hash("correct horse")).startsWith("$argon2id$v=19$m=1024,t=2,p=1$");
            assertThat(others.matches("correct horse", before)).isTrue();
            assertThat(others.matches("wrong", before)).isFalse();
            assertThat(others.isCurrent(before)).isFalse();
            assertThat(others.isCurrent(others.hash("correct horse"))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0B", "1023KiB", "65MiB", "8GiB"})
    void aMemoryThatIsNoProtectionOrNeedsTheWholeHeapIsRefused(String memory) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionSettings(Duration.ofDays(1), false, ByteSize.parse(memory), 1))
                .withMessageContaining("password-memory must be 1MiB to 64MiB");
    }

    @Test
    void onlyTheVeryPasswordMatches() {
        String hash = passwords.hash("correct horse é🥖");
        assertThat(passwords.matches("correct horse é🥖", hash)).isTrue();
        assertThat(passwords.matches("correct horse é🥖 ", hash)).isFalse();
        assertThat(passwords.matches("Correct horse é🥖", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    @DisplayName("A-43: a password is the same however its letters are composed")
    void aPasswordIsTheSameHoweverItIsComposed() {
        String composed = "caf\u00e9 au lait";
        String decomposed = "cafe\u0301 au lait";
        assertThat(passwords.matches(decomposed, passwords.hash(composed))).isTrue();
        assertThat(passwords.matches(composed, passwords.hash(decomposed))).isTrue();
        assertThat(passwords.matches("cafe au lait", passwords.hash(composed))).isFalse();
        assertThat(passwords.matches("\uFF41bc def gh", passwords.hash("abc def gh")))
                .as("full width")
                .isTrue();
    }

    @Test
    @DisplayName("A-43: hashes from before passwords were normalized stay valid")
    void aHashOfAPasswordThatWasNotNormalizedStillMatches() {
        String typed = "cafe\u0301 au lait";
        String old = Password.hash(typed)
                .addSalt("somesaltsomesalt")
                .with(Argon2Function.getInstance(64, 1, 1, 16, Argon2.ID, 19))
                .getResult();
        assertThat(passwords.matches(typed, old)).isTrue();
        assertThat(passwords.matches("cafe au lait", old)).isFalse();
    }

    @Test
    void aHashMadeWithOtherCostsStillMatches() {
        String cheap = Password.hash("old")
                .addSalt("somesaltsomesalt")
                .with(Argon2Function.getInstance(64, 1, 1, 16, Argon2.ID, 19))
                .getResult();
        assertThat(passwords.matches("old", cheap)).isTrue();
        assertThat(passwords.matches("new", cheap)).isFalse();
    }

    @Test
    void withoutAHashNothingMatchesAndItTakesAsLong() {
        String hash = passwords.hash("correct horse");
        long with = Long.MAX_VALUE;
        long without = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            with = Math.min(with, nanoseconds("wrong", hash));
            without = Math.min(without, nanoseconds("wrong", null));
        }
        assertThat((double) without / with).isBetween(0.2, 5.0);
    }

    @Test
    void moreThanMayWaitAreTurnedAway() throws Exception {
        List<Boolean> done = Together.call(20, _ -> {
            try {
                return !passwords.hash("correct horse").isEmpty();
            } catch (OverloadedException _) {
                return false;
            }
        });
        assertThat(Collections.frequency(done, true)).isBetween(2, 19);
        assertThat(passwords.hash("afterwards")).isNotEmpty();
    }

    private long nanoseconds(String password, @Nullable String hash) {
        long start = System.nanoTime();
        assertThat(passwords.matches(password, hash)).isFalse();
        return System.nanoTime() - start;
    }
}

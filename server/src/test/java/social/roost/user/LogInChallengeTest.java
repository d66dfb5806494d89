package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogInChallengeTest {
    private static final String HASH = "$argon2id$one";

    @Test
    void itIsValidForTheAccountAndPasswordForFiveMinutes() {
        String text = LogInChallenge.issue(10, HASH, 1_000);
        LogInChallenge challenge = LogInChallenge.parse(text).orElseThrow();
        assertThat(challenge.userId()).isEqualTo(10);
        assertThat(challenge.isValid(HASH, 300_999)).isTrue();
        assertThat(challenge.isValid(HASH, 301_000)).isFalse();
        assertThat(challenge.isValid("$argon2id$two", 1_000)).isFalse();
    }

    @Test
    void whatIsChangedOrMalformedIsNot() {
        String text = LogInChallenge.issue(10, HASH, 1_000);
        for (int i = 0; i < text.length(); i++) {
            String changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThat(LogInChallenge.parse(changed).filter(challenge -> challenge.isValid(HASH, 1_000)))
                    .isEmpty();
        }
        assertThat(LogInChallenge.parse("")).isEmpty();
        assertThat(LogInChallenge.parse("!".repeat(64))).isEmpty();
        assertThat(LogInChallenge.parse(KnownDevice.issue(10, HASH, 1_000))).isEmpty();
    }
}

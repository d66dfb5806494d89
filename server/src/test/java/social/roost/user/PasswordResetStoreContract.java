package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link PasswordResetStore} promises, a test for each promise (issue 24.1). */
@Timeout(60)
public abstract class PasswordResetStoreContract {
    private static final int RACERS = 20;
    private static final TokenHash ONE = TokenHash.of("one");
    private static final TokenHash TWO = TokenHash.of("two");

    /** The store of this test, empty at first. */
    protected abstract PasswordResetStore store();

    /** The accounts whose passwords it sets. */
    protected abstract UserStore users();

    protected abstract EmailStore emails();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    private void register() {
        for (long id = 1; id <= 2; id++) {
            var _ = users().create(
                            new NewAccount(User.named(id, "user" + id, ""), "user" + id + "@example.org", "old " + id));
        }
    }

    @Test
    void aTokenSetsThePasswordOfItsAccountOnce() {
        register();
        store().add(ONE, 1, 100);
        assertThat(store().find(ONE, 99)).isEqualTo(OptionalLong.of(1));
        assertThat(store().redeem(ONE, 99, "new")).isTrue();
        assertThat(hash("user1")).isEqualTo("new");
        assertThat(hash("user2")).isEqualTo("old 2");
        assertThat(store().find(ONE, 99)).isEmpty();
        assertThat(store().redeem(ONE, 99, "newer")).isFalse();
        assertThat(hash("user1")).isEqualTo("new");
    }

    @Test
    void whoeverGotTheTokenHasTheAddress() {
        register();
        store().add(ONE, 1, 100);
        assertThat(emails().find(1)).map(Contact::confirmed).contains(false);
        assertThat(store().redeem(ONE, 99, "new")).isTrue();
        assertThat(emails().find(1)).map(Contact::confirmed).contains(true);
        assertThat(emails().find(2)).map(Contact::confirmed).contains(false);
    }

    @Test
    void itExpires() {
        register();
        store().add(ONE, 1, 100);
        assertThat(store().find(ONE, 100)).isEmpty();
        assertThat(store().redeem(ONE, 100, "new")).isFalse();
        assertThat(hash("user1")).isEqualTo("old 1");
        store().add(TWO, 1, 200);
        store().deleteExpired(100);
        assertThat(store().find(ONE, 0)).isEmpty();
        assertThat(store().find(TWO, 0)).isPresent();
    }

    @Test
    void oneTokenUsesUpTheOthersAndSoDoesAnotherChangeOfThePassword() {
        register();
        store().add(ONE, 1, 100);
        store().add(TWO, 1, 100);
        assertThat(store().redeem(TWO, 9, "new")).isTrue();
        assertThat(store().find(ONE, 9)).isEmpty();
        store().add(ONE, 1, 100);
        store().add(TWO, 2, 100);
        assertThat(users().setPassword(1, "set")).isTrue();
        assertThat(store().find(ONE, 9)).isEmpty();
        assertThat(store().find(TWO, 9)).isPresent();
        assertThat(users().replacePassword(2, "old 2", "changed")).isTrue();
        assertThat(store().find(TWO, 9)).isEmpty();
    }

    @Test
    void theNewestAreValid() {
        register();
        List<TokenHash> tokens = IntStream.range(0, PasswordResetStore.MOST_OF_A_USER + 2)
                .mapToObj(i -> TokenHash.of("token " + i))
                .toList();
        IntStream.range(0, tokens.size()).forEach(i -> store().add(tokens.get(i), 1, 100 + i));
        assertThat(tokens)
                .filteredOn(token -> store().find(token, 9).isPresent())
                .isEqualTo(tokens.subList(2, tokens.size()));
    }

    @Test
    void ofManyAtOnceOneWorks() {
        register();
        store().add(ONE, 1, 100);
        assertThat(IntStream.range(0, RACERS).parallel().filter(i -> store().redeem(ONE, 9, "new " + i)))
                .hasSize(1);
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        register();
        store().add(ONE, 1, 100);
        crash();
        assertThat(store().redeem(ONE, 9, "new")).isTrue();
        crash();
        assertThat(store().find(ONE, 9)).isEmpty();
        assertThat(hash("user1")).isEqualTo("new");
    }

    private String hash(String username) {
        return Objects.requireNonNull(
                users().findCredentials(username).orElseThrow().passwordHash());
    }
}

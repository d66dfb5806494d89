package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Scans;
import social.roost.base.Together;
import social.roost.event.Event.UserRegistered;
import social.roost.event.Event.UserReinstated;
import social.roost.event.Event.UserSuspended;
import social.roost.event.Event.UserUpdated;
import social.roost.event.EventLog;
import social.roost.event.HeardEvents;
import social.roost.user.UserStore.Created;
import social.roost.user.UserStore.Credentials;

/** What every {@link UserStore} promises, a test for each promise (SPEC A1, A2, A3). */
@Timeout(240)
public abstract class UserStoreContract {

    /** The store of this test, empty at first. */
    protected abstract UserStore store();

    /** The log that receives the store's events. */
    protected abstract EventLog events();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aScanReadsEveryUserOnce() {
        assertThat(Scans.all(store()::scan, 10)).isEmpty();
        for (long id = 1; id <= 20; id++) {
            store().create(account(id, "user" + id, "user" + id + "@example.org"));
        }
        for (int limit : new int[] {2, 10, 100}) {
            assertThat(Scans.all(store()::scan, limit))
                    .extracting(User::id)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 20).boxed().toList());
        }
    }

    @Test
    void aUserIsFoundByIdAndByNameAsItWasStored() {
        Picture avatar = new Picture(
                7,
                "L*%#[]",
                List.of(new Picture.Size("thumb", "a-1_2.png", 96, 96), new Picture.Size("avatar", "b.jpg", 400, 400)));
        User alice = new User(5, "Alice", "Alice M.", "Bread\nand 🥖", "Lyon", "https://a.example", avatar, null);
        assertThat(store().create(new NewAccount(alice, "alice@example.org", "hash")))
                .isEqualTo(Created.DONE);
        assertThat(store().find(new long[] {5})).isEqualTo(Map.of(5L, alice));
        assertThat(store().findByUsername("Alice")).contains(alice);
    }

    @Test
    void aNameIsFoundWithoutRegardToCase() {
        create(1, "Alice", "alice@example.org");
        assertThat(store().findByUsername("aLICE")).map(User::username).contains("Alice");
        assertThat(store().findByUsername("alic")).isEmpty();
    }

    @Test
    void aUsernameIsTakenInAnyCaseAndNothingIsStoredThen() {
        HeardEvents heard = new HeardEvents(events());
        create(1, "Alice", "alice@example.org");
        assertThat(store().create(account(2, "ALICE", "other@example.org"))).isEqualTo(Created.USERNAME_TAKEN);
        assertThat(store().find(new long[] {1, 2})).containsOnlyKeys(1L);
        assertThat(store().findCredentials("other@example.org")).isEmpty();
        assertThat(heard.all()).containsExactly(new UserRegistered(1));
    }

    @Test
    void anAddressIsTakenInAnyCaseAndNothingIsStoredThen() {
        HeardEvents heard = new HeardEvents(events());
        create(1, "alice", "Alice@Example.org");
        assertThat(store().create(account(2, "bob", "alice@example.ORG"))).isEqualTo(Created.EMAIL_TAKEN);
        assertThat(store().findByUsername("bob")).isEmpty();
        assertThat(heard.all()).containsExactly(new UserRegistered(1));
    }

    /** SECURITY 14. */
    @Test
    void aPasswordIsReplacedOnlyWhereItIsStillTheOneThatWasChecked() {
        store().create(account(1, "alice", "alice@example.org", "old"));
        assertThat(store().replacePassword(1, "other", "new")).isFalse();
        assertThat(store().replacePassword(2, "old", "new")).isFalse();
        assertThat(hashOf("alice")).isEqualTo("old");
        assertThat(store().replacePassword(1, "old", "new")).isTrue();
        assertThat(store().replacePassword(1, "old", "newer")).isFalse();
        assertThat(hashOf("alice")).isEqualTo("new");
    }

    /** SECURITY 14. */
    @Test
    void aPasswordIsSetWhateverItWas() {
        store().create(account(1, "alice", "alice@example.org", null));
        assertThat(store().setPassword(2, "new")).isFalse();
        assertThat(store().setPassword(1, "new")).isTrue();
        assertThat(hashOf("alice")).isEqualTo("new");
        assertThat(store().setPassword(1, "newer")).isTrue();
        assertThat(hashOf("alice")).isEqualTo("newer");
    }

    private @Nullable String hashOf(String login) {
        return store().findCredentials(login).orElseThrow().passwordHash();
    }

    /** */
    @Test
    void anAddressIsOneAddressHoweverItsLettersAreComposed() {
        create(1, "alice", "jos\u00e9@example.org");
        assertThat(store().create(account(2, "bob", "jose\u0301@example.org"))).isEqualTo(Created.EMAIL_TAKEN);
        assertThat(store().findCredentials("JOSE\u0301@example.org")
                        .orElseThrow()
                        .userId())
                .isEqualTo(1);
    }

    @Test
    void oneOfManyWhoTakeANameAtOnceGetsIt() throws Exception {
        List<Created> results =
                Together.call(10, i -> store().create(account(i + 1, "alice", "alice" + i + "@example.org")));
        assertThat(Collections.frequency(results, Created.DONE)).isEqualTo(1);
        assertThat(Collections.frequency(results, Created.USERNAME_TAKEN)).isEqualTo(9);
    }

    @Test
    void credentialsAreFoundByNameAndByAddressInAnyCase() {
        store().create(account(1, "Alice", "Alice@Example.org", "hash"));
        Credentials credentials = new Credentials(1, "hash", false);
        assertThat(store().findCredentials("alice")).contains(credentials);
        assertThat(store().findCredentials("alice@example.org")).contains(credentials);
        assertThat(store().findCredentials("bob")).isEmpty();
        assertThat(store().findCredentials("bob@example.org")).isEmpty();
    }

    @Test
    void anAccountMayHaveNoPassword() {
        store().create(account(1, "alice", "alice@example.org", null));
        assertThat(store().findCredentials("alice")).contains(new Credentials(1, null, false));
    }

    @Test
    void manyAccountsAreStoredAtOnceAndThoseTakenAreLeftAsTheyAre() {
        create(1, "Alice", "alice@example.org");
        HeardEvents heard = new HeardEvents(events());
        long[] ids = store().createAll(List.of(
                account(2, "bob", "bob@example.org"),
                account(3, "ALICE", "alice3@example.org"),
                account(4, "carol", "ALICE@example.org"),
                account(5, "Bob", "bob5@example.org"),
                account(6, "dave", "dave@example.org")));
        assertThat(ids).containsExactly(2, 1, 0, 2, 6);
        assertThat(store().find(new long[] {1, 2, 3, 4, 5, 6})).containsOnlyKeys(1L, 2L, 6L);
        assertThat(store().findByUsername("alice")).map(User::username).contains("Alice");
        assertThat(heard.all()).containsExactlyInAnyOrder(new UserRegistered(2), new UserRegistered(6));
    }

    @Test
    void thousandsOfUsersAreFoundAtOnceAndUnknownIdsLeftOut() {
        List<NewAccount> accounts = new ArrayList<>();
        for (long id = 1; id <= 2_500; id++) {
            accounts.add(account(id, "user" + id, id + "@example.org"));
        }
        long[] ids = store().createAll(accounts);
        assertThat(ids).isEqualTo(LongStream.rangeClosed(1, 2_500).toArray());
        Map<Long, User> all = new HashMap<>();
        accounts.forEach(account -> all.put(account.user().id(), account.user()));
        assertThat(store().find(LongStream.rangeClosed(0, 3_000).toArray())).isEqualTo(all);
        assertThat(store().find(new long[0])).isEmpty();
    }

    @Test
    void anEditIsStoredWithItsEvent() {
        create(1, "alice", "alice@example.org");
        HeardEvents heard = new HeardEvents(events());
        assertThat(store().update(1, user -> withBio(user, "new"))).isTrue();
        assertThat(store().findByUsername("alice")).map(User::bio).contains("new");
        assertThat(heard.all()).containsExactly(new UserUpdated(1));
    }

    @Test
    void whoIsSuspendedIsKnownUntilReinstatedAndEachIsTold() {
        create(1, "alice", "alice@example.org");
        create(2, "bob", "bob@example.org");
        HeardEvents heard = new HeardEvents(events());
        assertThat(store().suspend(2, 1_000)).isTrue();
        assertThat(store().suspend(2, 2_000)).isFalse();
        assertThat(store().suspend(3, 1_000)).isFalse();
        assertThat(store().suspended()).containsExactly(2);
        assertThat(store().findCredentials("bob")).map(Credentials::suspended).contains(true);
        assertThat(store().findCredentials("alice")).map(Credentials::suspended).contains(false);
        assertThat(store().reinstate(2)).isTrue();
        assertThat(store().reinstate(2)).isFalse();
        assertThat(store().suspended()).isEmpty();
        assertThat(heard.all()).containsExactly(new UserSuspended(2), new UserReinstated(2));
    }

    @Test
    void anEditOfNobodyChangesNothing() {
        HeardEvents heard = new HeardEvents(events());
        assertThat(store().update(1, user -> withBio(user, "new"))).isFalse();
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void anEditThatThrowsChangesNothing() {
        create(1, "alice", "alice@example.org");
        HeardEvents heard = new HeardEvents(events());
        assertThatThrownBy(() -> store().update(1, _ -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(store().findByUsername("alice")).map(User::bio).contains("");
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void noEditIsLostWhenManyComeAtOnce() throws Exception {
        create(1, "alice", "alice@example.org");
        HeardEvents heard = new HeardEvents(events());
        Together.call(8, thread -> {
            for (int i = 0; i < 20; i++) {
                store().update(1, user -> withBio(user, user.bio() + thread));
            }
            return thread;
        });
        String bio = store().findByUsername("alice").orElseThrow().bio();
        for (int thread = 0; thread < 8; thread++) {
            char mark = (char) ('0' + thread);
            assertThat(bio.chars().filter(c -> c == mark)).hasSize(20);
        }
        assertThat(heard.all()).hasSize(160);
    }

    @Test
    void theGreatestIdIsKnown() {
        assertThat(store().greatestId()).isZero();
        create(7, "alice", "alice@example.org");
        create(5, "bob", "bob@example.org");
        assertThat(store().greatestId()).isEqualTo(7);
    }

    @Test
    void whatReturnedIsThereAfterACrash() throws Exception {
        create(1, "alice", "alice@example.org");
        store().update(1, user -> withBio(user, "new"));
        store().createAll(List.of(account(2, "bob", "bob@example.org")));
        crash();
        assertThat(store().findByUsername("alice")).map(User::bio).contains("new");
        assertThat(store().findByUsername("bob")).isPresent();
    }

    private void create(long id, String username, String email) {
        assertThat(store().create(account(id, username, email))).isEqualTo(Created.DONE);
    }

    protected static NewAccount account(long id, String username, String email) {
        return account(id, username, email, null);
    }

    private static NewAccount account(long id, String username, String email, @Nullable String hash) {
        return new NewAccount(User.named(id, username, "Display " + username), email, hash);
    }

    protected static User withBio(User user, String bio) {
        return new User(
                user.id(),
                user.username(),
                user.displayName(),
                bio,
                user.location(),
                user.url(),
                user.avatar(),
                user.header());
    }
}

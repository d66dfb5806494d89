package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.user.EmailStore.Confirmed;

/** What every {@link EmailStore} promises, a test for each promise (issue 24.1). */
@Timeout(60)
public abstract class EmailStoreContract {

    private static final TokenHash TOKEN = TokenHash.of("token");

    /** The store of this test, empty at first. */
    protected abstract EmailStore store();

    /** The accounts whose addresses it has. */
    protected abstract UserStore users();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    private void register() {
        var _ = users().create(new NewAccount(User.named(1, "Bob", ""), "Bob@Example.COM", null));
        var _ = users().create(new NewAccount(User.named(2, "zoé", ""), "zoe\u0301@example.com", null));
    }

    /** NEXT.md 8, SY#11547. */
    @Test
    void anAddressIsFoundHoweverItIsTypedAndReturnedAsItsUserTypedIt() {
        register();
        Contact bob = new Contact(1, "Bob", "Bob@Example.COM", false, false);
        assertThat(store().find("Bob@Example.COM")).contains(bob);
        assertThat(store().find("bob@EXAMPLE.com")).contains(bob);
        assertThat(store().find("zo\u00e9@example.com")).map(Contact::userId).contains(2L);
        assertThat(store().find("bob@example.co")).isEmpty();
        assertThat(store().find("Bob")).isEmpty();
    }

    @Test
    void anAddressIsConfirmedOnceWithItsToken() throws Exception {
        register();
        assertThat(store().state(1)).contains(new PendingEmail("Bob@Example.COM", false, null));
        store().addToken(TOKEN, 1, "Bob@Example.COM", 100);
        assertThat(store().confirm(TOKEN, 100)).isEqualTo(new Confirmed.Unknown());
        assertThat(store().confirm(TOKEN, 99)).isEqualTo(new Confirmed.Done(1));
        assertThat(store().confirm(TOKEN, 99)).isEqualTo(new Confirmed.Unknown());
        crash();
        assertThat(store().state(1)).contains(new PendingEmail("Bob@Example.COM", true, null));
        assertThat(store().state(3)).isEmpty();
    }

    @Test
    void anotherAddressReplacesItOnlyWhenItIsConfirmed() {
        register();
        store().propose(1, "New@Example.COM");
        assertThat(store().state(1)).contains(new PendingEmail("Bob@Example.COM", false, "New@Example.COM"));
        assertThat(store().find("new@example.com")).isEmpty();
        store().addToken(TOKEN, 1, "New@Example.COM", 100);
        assertThat(store().confirm(TOKEN, 99)).isEqualTo(new Confirmed.Done(1));
        assertThat(store().state(1)).contains(new PendingEmail("New@Example.COM", true, null));
        assertThat(store().find("new@example.com")).map(Contact::userId).contains(1L);
        assertThat(store().find("bob@example.com")).isEmpty();
        assertThat(users().findCredentials("bob@example.com")).isEmpty();
        assertThat(users().findCredentials("NEW@example.com")).isPresent();
    }

    @Test
    void aTokenForAnAddressThatIsNotWantedAnyMoreDoesNothing() {
        register();
        store().propose(1, "new@example.com");
        store().addToken(TOKEN, 1, "new@example.com", 100);
        store().propose(1, null);
        assertThat(store().confirm(TOKEN, 99)).isEqualTo(new Confirmed.Unknown());
        assertThat(store().state(1)).contains(new PendingEmail("Bob@Example.COM", false, null));
    }

    @Test
    void anAddressThatTwoWaitForBelongsToTheFirst() {
        register();
        TokenHash other = TokenHash.of("other");
        store().propose(1, "new@example.com");
        store().propose(2, "NEW@example.com");
        store().addToken(TOKEN, 1, "new@example.com", 100);
        store().addToken(other, 2, "NEW@example.com", 100);
        assertThat(store().confirm(other, 9)).isEqualTo(new Confirmed.Done(2));
        assertThat(store().confirm(TOKEN, 9)).isEqualTo(new Confirmed.Taken());
        assertThat(store().find("new@example.com")).map(Contact::userId).contains(2L);
        assertThat(store().state(1)).map(PendingEmail::current).contains("Bob@Example.COM");
    }

    @Test
    void expiredTokensAreRemovedAndTheNewestAreValid() {
        register();
        store().addToken(TokenHash.of("expired"), 2, "zoe\u0301@example.com", 50);
        for (int i = 0; i <= EmailStore.MOST_TOKENS_OF_A_USER; i++) {
            store().addToken(TokenHash.of("token " + i), 1, "Bob@Example.COM", 100 + i);
        }
        store().deleteExpired(50);
        assertThat(store().confirm(TokenHash.of("expired"), 9)).isEqualTo(new Confirmed.Unknown());
        assertThat(store().confirm(TokenHash.of("token 0"), 9)).isEqualTo(new Confirmed.Unknown());
        assertThat(store().confirm(TokenHash.of("token 1"), 9)).isEqualTo(new Confirmed.Done(1));
    }

    @Test
    void aUserIsFoundByIdAndWhoIsSuspendedIsSo() {
        register();
        assertThat(users().suspend(1, 5)).isTrue();
        assertThat(store().find(1)).contains(new Contact(1, "Bob", "Bob@Example.COM", false, true));
        assertThat(store().find(3)).isEmpty();
    }
}

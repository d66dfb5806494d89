package social.roost.user;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The email addresses of accounts, and tokens that confirm them, by their hash; the token itself is never stored.
 *
 * <p>Promises: a write is durable when it returns. An address is found however its letters are typed; it is returned as its
 * user typed it. An address belongs to one account; one that is not confirmed yet may be the next of several. Times are in
 * milliseconds since 1970.
 */
public interface EmailStore {
    /** How many tokens of an account are valid at once; the oldest are dropped. */
    int MOST_TOKENS_OF_A_USER = 3;

    /** The user with this address. */
    Optional<Contact> find(String email);

    /** The user with this id. */
    Optional<Contact> find(long userId);

    /** What is known of a user's address. */
    Optional<PendingEmail> state(long userId);

    /** Notes the address that replaces the current one once it is confirmed; null for none. */
    void propose(long userId, @Nullable String next);

    /** Adds a token that confirms an address of a user. */
    void addToken(TokenHash token, long userId, String address, long expiresAt);

    /** Confirms the address for which the token was made, if it still is the current or the next one of its user. */
    Confirmed confirm(TokenHash token, long now);

    /** Removes tokens that had expired by this time. */
    void deleteExpired(long now);

    /** The outcome of a confirmation. */
    sealed interface Confirmed {
        /** The address is that of the account, and confirmed. */
        record Done(long userId) implements Confirmed {}

        /** The token was used, has expired, never existed, or is for an address that is none of the user's any more. */
        record Unknown() implements Confirmed {}

        /** Another account has the address. */
        record Taken() implements Confirmed {}
    }
}

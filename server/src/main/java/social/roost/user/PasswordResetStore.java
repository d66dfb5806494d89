package social.roost.user;

import java.util.OptionalLong;

/**
 * Tokens that allow to set a new password, by their hash; the token itself is never stored.
 *
 * <p>Promises: a write is durable when it returns. A token works once, until it expires, or until the password of its
 * account changes in another way. Times are in milliseconds since 1970.
 */
public interface PasswordResetStore {
    /** How many tokens of an account are valid at once; the oldest are dropped. */
    int MOST_OF_A_USER = 3;

    void add(TokenHash token, long userId, long expiresAt);

    /** Whose token it is; empty if it does not exist or has expired. */
    OptionalLong find(TokenHash token, long now);

    /**
     * Sets the password of the token's account, confirms its email address, because the token was sent there, and drops
     * all tokens of the account.
     *
     * @return false if the token does not exist or has expired; then nothing changed
     */
    boolean redeem(TokenHash token, long now, String passwordHash);

    /** Removes what had expired by this time. */
    void deleteExpired(long now);
}

package social.roost.user;

import java.util.List;
import java.util.Optional;

/**
 * Sessions by the hash of their token; the token itself is never stored.
 *
 * <p>A write is durable when it returns; a deleted session is not found by any later read. {@code SessionEnded} is stored if
 * and only if the session was deleted by anything but {@link #deleteExpired}.
 */
public interface SessionStore {

    /** A user has no more sessions than this, give or take those that are created at the same moment. */
    int MAXIMUM_OF_A_USER = 100;

    /**
     * Stores a session, and deletes the user's oldest ones beyond {@link #MAXIMUM_OF_A_USER}.
     *
     * @return the hashes of the tokens of those that were deleted
     */
    List<TokenHash> create(Session session, TokenHash tokenHash);

    Optional<Session> find(TokenHash tokenHash);

    /**
     * The user's sessions that have not expired at this time (milliseconds since 1970), newest first, at most
     * {@link #MAXIMUM_OF_A_USER}.
     */
    List<Session> list(long userId, long now);

    /**
     * Deletes one session of this user.
     *
     * @return the hash of its token, empty when the user has no such session
     */
    Optional<TokenHash> delete(long userId, long sessionId);

    /**
     * Deletes all sessions of this user but one, in steps of bounded size. When it fails, some may have been deleted. One that is
     * created meanwhile may stay.
     *
     * @param kept the id of the session that stays; 0 for none
     * @return the hashes of their tokens
     */
    List<TokenHash> deleteAll(long userId, long kept);

    /** Removes sessions that had expired by this time (milliseconds since 1970). */
    void deleteExpired(long now);
}

package social.roost.user;

import java.util.List;
import java.util.Optional;

/**
 * Sessions by the hash of their token; the token itself is never stored.
 *
 * <p>A write is durable when it returns; a deleted session is not found by any later read. {@code SessionEnded} is stored if
 * and only if the session was deleted by {@link #delete}.
 */
public interface SessionStore {

    void create(Session session, TokenHash tokenHash);

    Optional<Session> find(TokenHash tokenHash);

    /** The user's sessions that have not expired at this time (milliseconds since 1970), newest first. */
    List<Session> list(long userId, long now);

    /**
     * Deletes one session of this user.
     *
     * @return the hash of its token, empty when the user has no such session
     */
    Optional<TokenHash> delete(long userId, long sessionId);

    /** Removes sessions that had expired by this time (milliseconds since 1970). */
    void deleteExpired(long now);
}

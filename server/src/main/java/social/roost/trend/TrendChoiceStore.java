package social.roost.trend;

import java.util.Set;

/**
 * Of which location a user wants to see trends, and of which topics none.
 *
 * <p>Promises: a write is durable when it returns, and is idempotent. A read after a write sees it.
 */
public interface TrendChoiceStore {
    /** How many dismissed topics of each user are kept: the newest. */
    int KEPT = 200;

    /** The code of a country; empty if the user chose none. */
    String location(long userId);

    /**
     * Chooses a location.
     *
     * @param location empty for none
     */
    void setLocation(long userId, String location);

    /** The keys of topics that the user dismissed. */
    Set<String> dismissed(long userId);

    /**
     * Hides a topic from one user.
     *
     * @param now milliseconds since 1970
     */
    void dismiss(long userId, String topic, long now);

    /** Takes a dismissal back. */
    void restore(long userId, String topic);
}

package social.roost.graph;

/**
 * The suggested users that a user does not want to see again.
 *
 * <p>Promises: a write is durable when it returns, and is idempotent. At least the newest {@link #KEPT} of each user are
 * kept. A read after a write sees it.
 */
public interface DismissalStore {
    /** How many are kept for each user. */
    int KEPT = 500;

    /**
     * Dismisses a suggestion.
     *
     * @param now milliseconds since 1970
     */
    void dismiss(long userId, long otherId, long now);

    /** Those that a user dismissed, ascending. */
    long[] dismissed(long userId);
}

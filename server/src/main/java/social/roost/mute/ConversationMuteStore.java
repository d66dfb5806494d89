package social.roost.mute;

import java.util.List;

/**
 * The conversations of which users do not want to be notified.
 *
 * <p>Promises: a write is durable when it returns, and is idempotent. A read after a write sees it. At least the newest
 * {@link #KEPT} of each user are kept.
 */
public interface ConversationMuteStore {
    /** How many are kept for each user. */
    int KEPT = 1_000;

    /**
     * Mutes a conversation.
     *
     * @param now milliseconds since 1970
     */
    void mute(long userId, long conversationId, long now);

    /** Takes a mute back. */
    void unmute(long userId, long conversationId);

    boolean isMuted(long userId, long conversationId);

    /** The conversations that a user mutes, the newest mute first. */
    List<Long> list(long userId);
}

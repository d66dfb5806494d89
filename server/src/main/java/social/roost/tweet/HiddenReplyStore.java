package social.roost.tweet;

import java.util.Map;

/**
 * The replies that the author of the tweet above them hid.
 *
 * <p>Promises: a write is durable when it returns, and is idempotent. A read after a write sees it. At least the newest
 * {@link #KEPT} of each tweet are kept.
 */
public interface HiddenReplyStore {
    /** How many are kept for each tweet. */
    int KEPT = 500;

    /**
     * Hides a reply.
     *
     * @param now milliseconds since 1970
     */
    void hide(long parentId, long replyId, long now);

    /** Shows a reply again. */
    void show(long parentId, long replyId);

    /** The hidden replies to each of these tweets, ascending; tweets without any are left out. */
    Map<Long, long[]> hidden(long[] parentIds);
}

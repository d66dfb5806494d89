package social.roost.timeline;

import java.util.List;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.view.TweetPage;

/**
 * A page of a conversation.
 *
 * @param more the tweets of the page that have more direct replies than it shows
 * @param hiddenReplies how many replies to the tweet its author hid
 */
public record ConversationPage(TweetPage page, List<More> more, int hiddenReplies) {

    /**
     * The rest of a tweet's direct replies.
     *
     * @param count how many at most; hidden ones count
     * @param cursor of the tweet's own conversation
     */
    public record More(long tweetId, long count, Cursor cursor) {

        /**
         * Those after one of them.
         *
         * @param thread the one that is shown as the author's continuation
         */
        static More after(long last, long tweetId, long thread, long count) {
            return new More(tweetId, count, cursorAfter(last, tweetId, thread));
        }
    }

    /** Where the replies to a tweet continue. */
    static Cursor cursorAfter(long last, long tweetId, long thread) {
        return Cursor.of(last, thread).of(list(tweetId));
    }

    static ListId list(long tweetId) {
        return new ListId("conversation", tweetId);
    }
}

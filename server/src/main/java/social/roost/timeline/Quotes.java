package social.roost.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.PageRequest;
import social.roost.tweet.Reference;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.TweetStore;
import social.roost.tweet.Viewer;
import social.roost.view.Hydration;
import social.roost.view.TweetPage;

/** The tweets that quote a tweet, newest first. */
public final class Quotes {
    private final TweetAccess access;
    private final TweetStore tweets;
    private final Hydration hydration;

    public Quotes(TweetAccess access, TweetStore tweets, Hydration hydration) {
        this.access = access;
        this.tweets = tweets;
        this.hydration = hydration;
    }

    /**
     * Reads a page without tweets that are hidden from the viewer.
     *
     * @throws social.roost.base.Rejection see {@link TweetAccess#requireOriginal}
     */
    public TweetPage read(Viewer viewer, long tweetId, PageRequest request) {
        long id = access.requireOriginal(viewer.userId(), tweetId).id();
        ListId list = new ListId("quotes", id);
        int limit = request.limit();
        long below = request.in(list, 1).map(cursor -> cursor.value(0)).orElse(Long.MAX_VALUE);
        long[] quotes = tweets.referring(Reference.QUOTE, id, below, limit + 1);
        boolean more = quotes.length > limit;
        long[] shown = more ? Arrays.copyOf(quotes, limit) : quotes;
        @Nullable Cursor next = more ? Cursor.of(shown[limit - 1]).of(list) : null;
        return hydration.page(hydration.load(shown, viewer), viewer, next, null);
    }
}

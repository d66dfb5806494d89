package social.roost.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.timeline.Place.Newer;
import social.roost.tweet.Viewer;
import social.roost.view.PageItem;
import social.roost.view.TweetPage;

/**
 * The live part of a reader's home timeline: decides for each new tweet whether it belongs there, and finds those that
 * arrived since the reader last looked. Remembers what was sent. Not thread-safe.
 */
public final class LiveTimeline {
    private static final int STEP = 100;

    /** Missed tweets take few reads, unless very many hidden tweets are in between. */
    private static final int MOST_READS = 20;

    private final HomeTimeline home;
    private Newer place;

    LiveTimeline(HomeTimeline home, Newer place) {
        this.home = home;
        this.place = place;
    }

    /**
     * The position from which another stream can continue without missing anything: it follows everything sent here. It
     * is also a cursor of the home timeline.
     */
    public Cursor cursor() {
        return place.cursor();
    }

    /** The tweet as a page, if it belongs in the reader's home timeline and was not sent before; otherwise null. */
    public @Nullable TweetPage arrived(Viewer viewer, long tweetId) {
        return tell(viewer, tweetId, false);
    }

    /**
     * The tweets not sent yet, oldest first.
     *
     * @param most if there are more, nothing is returned
     * @return ids, for {@link #missedTweet}; empty if there are too many, or too many hidden tweets in between
     */
    public Optional<List<Long>> missed(Viewer viewer, int most) {
        List<Long> ids = new ArrayList<>();
        Newer from = place;
        for (int reads = 0; reads < MOST_READS && ids.size() <= most; reads++) {
            TimelineReader.Newest read = home.newer(viewer, from, STEP);
            TweetPage page = read.page();
            page.items().reversed().stream().map(PageItem::id).forEach(ids::add);
            if (page.items().isEmpty()) {
                return read.complete() ? Optional.of(ids) : Optional.empty();
            }
            from = Place.above(page);
        }
        return Optional.empty();
    }

    /** One of the missed tweets, like {@link #arrived}; those after it are still to be sent. */
    public @Nullable TweetPage missedTweet(Viewer viewer, long tweetId) {
        return tell(viewer, tweetId, true);
    }

    private @Nullable TweetPage tell(Viewer viewer, long tweetId, boolean more) {
        if (place.wasSeen(tweetId)) {
            return null;
        }
        TweetPage page = home.one(viewer, tweetId, place, more);
        if (page != null) {
            place = Place.above(page);
        }
        return page;
    }
}

package social.roost.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.tweet.RecentTweetStore;
import social.roost.tweet.References;
import social.roost.tweet.Viewer;
import social.roost.view.Entry;
import social.roost.view.Hydration;
import social.roost.view.TweetPage;

/** The newest tweets of all users, without replies and retweets. */
public final class PublicTimeline {
    private static final ListId LIST = new ListId("public", 0);

    private final RecentTweetStore tweets;
    private final Hydration hydration;
    private final TimelineReader pages;
    private final TimelineSettings settings;

    public PublicTimeline(
            RecentTweetStore tweets, Hydration hydration, TimelineReader pages, TimelineSettings settings) {
        this.tweets = tweets;
        this.hydration = hydration;
        this.pages = pages;
        this.settings = settings;
    }

    /**
     * Reads a page.
     *
     * @throws Rejection NOT_FOUND if this server has no public timeline
     */
    public TweetPage read(Viewer viewer, PageRequest request) {
        if (!settings.publicTimeline()) {
            throw new Rejection(Kind.NOT_FOUND, "no_public_timeline", "This server has no public timeline.");
        }
        Place place = Place.of(request.cursor().map(tagged -> tagged.in(LIST).orElseThrow(Cursor::invalid)));
        return pages.read(new Everyone(viewer), place, request.limit());
    }

    /** What one viewer sees of it, for one read. */
    private final class Everyone implements Timeline {
        private final Viewer viewer;

        Everyone(Viewer viewer) {
            this.viewer = viewer.readingList();
        }

        @Override
        public long[] idsBelow(long before, int limit) {
            return tweets.older(before, limit);
        }

        @Override
        public long[] idsAbove(long after, int limit) {
            return tweets.newer(after, limit);
        }

        @Override
        public List<Entry> load(long[] ids) {
            return hydration.load(ids, viewer);
        }

        @Override
        public boolean drops(Entry entry) {
            References references = entry.tweet().references();
            return entry.isRetweet() || references.replyToId() != null;
        }

        @Override
        public boolean dropsRepetitions() {
            return false;
        }

        @Override
        public TweetPage render(List<Entry> kept, @Nullable Place next, Place previous) {
            Cursor below = next == null ? null : next.cursor().of(LIST);
            return hydration.page(kept, viewer, below, previous.cursor().of(LIST));
        }
    }
}

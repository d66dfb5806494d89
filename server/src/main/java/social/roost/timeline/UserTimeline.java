package social.roost.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.TweetStore;
import social.roost.tweet.Viewer;
import social.roost.user.Users;
import social.roost.view.Entry;
import social.roost.view.Hydration;
import social.roost.view.TweetPage;

/** One author's tweets, from the store: with or without replies to others. */
public final class UserTimeline {
    private final TweetStore tweets;
    private final Users users;
    private final TweetAccess access;
    private final Hydration hydration;
    private final TimelineReader pages;

    public UserTimeline(TweetStore tweets, Users users, TweetAccess access, Hydration hydration, TimelineReader pages) {
        this.tweets = tweets;
        this.users = users;
        this.access = access;
        this.hydration = hydration;
        this.pages = pages;
    }

    /**
     * Reads a page.
     *
     * @throws Rejection NOT_FOUND if the user does not exist, FORBIDDEN if the user is suspended or blocks the viewer
     */
    public TweetPage read(Viewer viewer, long authorId, boolean withReplies, PageRequest request) {
        users.require(authorId);
        access.requireAuthor(viewer.userId(), authorId);
        ListId list = new ListId(withReplies ? "tweets-and-replies" : "tweets", authorId);
        Place place = Place.of(request.cursor().map(tagged -> tagged.in(list).orElseThrow(Cursor::invalid)));
        return pages.read(new Author(viewer.visiting(authorId), authorId, withReplies, list), place, request.limit());
    }

    /** One author's tweets, for one read. */
    private final class Author implements Timeline {
        private final Viewer viewer;
        private final long[] author;
        private final boolean withReplies;
        private final ListId list;

        Author(Viewer viewer, long authorId, boolean withReplies, ListId list) {
            this.viewer = viewer;
            this.author = new long[] {authorId};
            this.withReplies = withReplies;
            this.list = list;
        }

        @Override
        public long[] idsBelow(long before, int limit) {
            return withReplies
                    ? tweets.newest(author, before, limit)
                    : tweets.newestWithoutReplies(author[0], before, limit);
        }

        @Override
        public long[] idsAbove(long after, int limit) {
            return withReplies
                    ? tweets.oldest(author, after, limit)
                    : tweets.oldestWithoutReplies(author[0], after, limit);
        }

        @Override
        public List<Entry> load(long[] ids) {
            return hydration.loadWithParents(ids, viewer);
        }

        @Override
        public boolean drops(Entry entry) {
            return false;
        }

        @Override
        public boolean dropsRepetitions() {
            return false;
        }

        @Override
        public TweetPage render(List<Entry> kept, @Nullable Place next, Place previous) {
            Cursor below = next == null ? null : next.cursor().of(list);
            return hydration.page(kept, viewer, below, previous.cursor().of(list));
        }
    }
}

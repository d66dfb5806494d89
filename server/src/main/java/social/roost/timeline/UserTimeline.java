package social.roost.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.tweet.Pins;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.TweetStore;
import social.roost.tweet.Viewer;
import social.roost.user.Users;
import social.roost.view.Entry;
import social.roost.view.Hydration;
import social.roost.view.TweetPage;

/** One author's tweets, from the store. */
public final class UserTimeline {
    private final TweetStore tweets;
    private final Users users;
    private final TweetAccess access;
    private final Hydration hydration;
    private final Pins pins;
    private final TimelineReader pages;

    public UserTimeline(
            TweetStore tweets, Users users, TweetAccess access, Hydration hydration, Pins pins, TimelineReader pages) {
        this.tweets = tweets;
        this.users = users;
        this.access = access;
        this.hydration = hydration;
        this.pins = pins;
        this.pages = pages;
    }

    /**
     * Reads a page. The first one of a user's own tweets begins with the pinned tweet, which is in no other place.
     *
     * @throws Rejection NOT_FOUND if the user does not exist, FORBIDDEN if the user is suspended or blocks the viewer
     */
    public Read read(Viewer viewer, long authorId, Selection selection, PageRequest request) {
        users.require(authorId);
        access.requireAuthor(viewer.userId(), authorId);
        ListId list = new ListId(selection.list, authorId);
        Place place = Place.of(request.cursor().map(tagged -> tagged.in(list).orElseThrow(Cursor::invalid)));
        Viewer visitor = viewer.visiting(authorId);
        boolean mayBegin = request.cursor().isEmpty() && request.limit() > 1;
        Pinned pinned = selection == Selection.OWN ? pinned(visitor, authorId, mayBegin) : null;
        Entry first = pinned != null && pinned.begins ? pinned.entry : null;
        Author author = new Author(visitor, authorId, selection, list, pinned);
        TweetPage page = pages.read(author, place, first == null ? request.limit() : request.limit() - 1);
        return new Read(page, first == null ? null : (Long) first.id());
    }

    private @Nullable Pinned pinned(Viewer viewer, long authorId, boolean begins) {
        Long id = pins.find(authorId);
        return id == null
                ? null
                : hydration.loadWithParents(new long[] {id}, viewer).stream()
                        .findFirst()
                        .map(entry -> new Pinned(entry, begins))
                        .orElse(null);
    }

    /**
     * The pinned tweet.
     *
     * @param begins whether the page begins with it
     */
    private record Pinned(Entry entry, boolean begins) {}

    /**
     * A page.
     *
     * @param pinnedId the tweet that it begins with because it is pinned; null for none
     */
    public record Read(TweetPage page, @Nullable Long pinnedId) {}

    /** Which of the tweets. */
    public enum Selection {
        /** Without replies to others. */
        OWN("tweets"),
        WITH_REPLIES("tweets-and-replies"),
        WITH_MEDIA("tweets-with-media");

        private final String list;

        Selection(String list) {
            this.list = list;
        }
    }

    /** One author's tweets, for one read. */
    private final class Author implements Timeline {
        private final Viewer viewer;
        private final long[] author;
        private final Selection selection;
        private final ListId list;
        private final @Nullable Pinned pinned;

        Author(Viewer viewer, long authorId, Selection selection, ListId list, @Nullable Pinned pinned) {
            this.viewer = viewer;
            this.author = new long[] {authorId};
            this.selection = selection;
            this.list = list;
            this.pinned = pinned;
        }

        @Override
        public long[] idsBelow(long before, int limit) {
            return switch (selection) {
                case WITH_REPLIES -> tweets.newest(author, before, limit);
                case OWN -> tweets.newestWithoutReplies(author[0], before, limit);
                case WITH_MEDIA -> tweets.newestWithMedia(author[0], before, limit);
            };
        }

        @Override
        public long[] idsAbove(long after, int limit) {
            return switch (selection) {
                case WITH_REPLIES -> tweets.oldest(author, after, limit);
                case OWN -> tweets.oldestWithoutReplies(author[0], after, limit);
                case WITH_MEDIA -> tweets.oldestWithMedia(author[0], after, limit);
            };
        }

        @Override
        public List<Entry> load(long[] ids) {
            return hydration.loadWithParents(ids, viewer);
        }

        @Override
        public boolean drops(Entry entry) {
            return pinned != null && entry.id() == pinned.entry.id();
        }

        @Override
        public boolean dropsRepetitions() {
            return false;
        }

        @Override
        public TweetPage render(List<Entry> kept, @Nullable Place next, Place previous) {
            Cursor below = next == null ? null : next.cursor().of(list);
            return hydration.page(
                    withPinned(kept), viewer, below, previous.cursor().of(list));
        }

        private List<Entry> withPinned(List<Entry> kept) {
            return pinned != null && pinned.begins
                    ? Stream.concat(Stream.of(pinned.entry), kept.stream()).toList()
                    : kept;
        }
    }
}

package social.roost.timeline;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.ListId;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.graph.Graph;
import social.roost.list.ListContent;
import social.roost.list.Lists;
import social.roost.list.UserList;
import social.roost.tweet.References;
import social.roost.tweet.Viewer;
import social.roost.view.Entry;
import social.roost.view.Hydration;
import social.roost.view.TweetPage;

/**
 * The tweets of the members of a list, merged when they are read: whoever is a member now, with all of their tweets.
 */
public final class ListTimeline {
    private final Lists lists;
    private final RecentTweets recent;
    private final Graph graph;
    private final Hydration hydration;
    private final TimelineReader pages;

    public ListTimeline(Lists lists, RecentTweets recent, Graph graph, Hydration hydration, TimelineReader pages) {
        this.lists = lists;
        this.recent = recent;
        this.graph = graph;
        this.hydration = hydration;
        this.pages = pages;
    }

    /**
     * Reads a page.
     *
     * @throws Rejection NOT_FOUND or FORBIDDEN if the viewer does not see the list
     */
    public TweetPage read(Viewer viewer, long id, PageRequest request) {
        ListContent content = lists.require(viewer.userId(), id);
        ListId cursors = new ListId("list", id);
        Place place = Place.of(request.cursor().map(tagged -> tagged.in(cursors).orElseThrow(Cursor::invalid)));
        return pages.read(new Members(viewer, content, cursors), place, request.limit());
    }

    /** What one viewer sees of a list, for one read. */
    private final class Members implements Timeline {
        private final Viewer viewer;
        private final UserList list;
        private final long[] members;
        private final ListId cursors;

        Members(Viewer viewer, ListContent content, ListId cursors) {
            this.viewer = viewer.readingList();
            this.list = content.list();
            this.members = content.members();
            this.cursors = cursors;
        }

        @Override
        public long[] idsBelow(long before, int limit) {
            return recent.newest(members, before, limit);
        }

        @Override
        public long[] idsAbove(long after, int limit) {
            return recent.oldest(members, after, limit);
        }

        @Override
        public List<Entry> load(long[] ids) {
            return hydration.loadWithParents(ids, viewer);
        }

        @Override
        public boolean drops(Entry entry) {
            References references = entry.tweet().references();
            return (entry.isRetweet() && viewer.hidden().hidesRetweetsOf(entry.authorId()))
                    || (references.repliesToOther(entry.authorId()) && !showsReplies(references.replyToUserId()));
        }

        @Override
        public boolean dropsRepetitions() {
            return true;
        }

        @Override
        public TweetPage render(List<Entry> kept, @Nullable Place next, Place previous) {
            Cursor below = next == null ? null : next.cursor().of(cursors);
            return hydration.page(kept, viewer, below, previous.cursor().of(cursors));
        }

        private boolean showsReplies(@Nullable Long toUserId) {
            if (Objects.equals(toUserId, list.ownerId())) {
                return true;
            }
            return toUserId != null
                    && switch (list.replies()) {
                        case NONE -> false;
                        case MEMBERS -> Ids.contains(members, toUserId);
                        case FOLLOWED -> Ids.contains(members, toUserId) || graph.follows(list.ownerId(), toUserId);
                    };
        }
    }
}

package social.roost.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.timeline.ConversationPage.More;
import social.roost.timeline.Replies.Loaded;
import social.roost.tweet.Viewer;
import social.roost.view.PageItem;

/**
 * The replies of a page, each followed by the first replies below it, two levels deep.
 *
 * <p>Each level is one batch, and only tweets with replies are looked up. So the cost does not depend on how many
 * replies a tweet has.
 */
final class Branches {
    private static final int CHILDREN = FirstReplies.MOST - 1;
    private static final int GRANDCHILDREN = 2;
    private static final long[] NO_ROWS = {};

    private final List<PageItem> items = new ArrayList<>();
    private final List<More> more = new ArrayList<>();
    private final Map<Long, Branch> branches = new HashMap<>();
    private final long conversationId;

    private Branches(long conversationId) {
        this.conversationId = conversationId;
    }

    static Branches of(List<Reply> answers, long tweetId, long conversationId, Loader loader) {
        Branches branches = new Branches(conversationId);
        List<Reply> children = branches.open(answers, CHILDREN, loader);
        var _ = branches.open(children, GRANDCHILDREN, loader);
        answers.forEach(answer -> branches.add(answer, tweetId));
        return branches;
    }

    /** In reading order. */
    List<PageItem> items() {
        return items;
    }

    List<More> more() {
        return more;
    }

    /** Returns the replies to show below these. */
    private List<Reply> open(List<Reply> parents, int width, Loader loader) {
        List<Reply> answered =
                parents.stream().filter(parent -> parent.replies() > 0).toList();
        if (answered.isEmpty()) {
            return List.of();
        }
        Map<Long, long[]> rows = loader.first.to(answered, width + 1);
        Loaded loaded = loader.load(rows);
        List<Reply> children = new ArrayList<>();
        for (Reply parent : answered) {
            Branch branch = Branch.of(parent, rows.getOrDefault(parent.id(), NO_ROWS), width, loaded);
            branches.put(parent.id(), branch);
            children.addAll(branch.shown());
        }
        return children;
    }

    /** A deleted reply is left out if nothing is to be seen below it. */
    private void add(Reply reply, long parentId) {
        Branch branch = branches.getOrDefault(reply.id(), Branch.unopened(reply));
        int place = items.size();
        int places = more.size();
        items.add(reply.item(parentId, conversationId));
        if (branch.more() != null) {
            more.add(branch.more());
        }
        branch.shown().forEach(child -> add(child, reply.id()));
        if (reply.isDeleted() && items.size() == place + 1 && more.size() == places) {
            items.removeLast();
        }
    }

    /** Reads what is below, for one viewer. */
    record Loader(FirstReplies first, Replies replies, Viewer viewer) {
        private Loaded load(Map<Long, long[]> rows) {
            return replies.load(rows, viewer);
        }
    }

    /** The first replies to a tweet. */
    private record Branch(List<Reply> shown, @Nullable More more) {

        static Branch unopened(Reply parent) {
            return new Branch(List.of(), rest(parent, parent.id(), parent.replies()));
        }

        /**
         * Shows as many as fit.
         *
         * @param rows one more than fit, unless there are fewer
         */
        static Branch of(Reply parent, long[] rows, int width, Loaded loaded) {
            List<Reply> visible = new ArrayList<>(rows.length);
            for (long row : rows) {
                Reply reply = loaded.get(row);
                if (reply != null) {
                    visible.add(reply);
                }
            }
            if (rows.length <= width) {
                return new Branch(visible, null);
            }
            boolean full = visible.size() > width;
            long last = rows[full ? width - 1 : width];
            long left = parent.replies() - notDeleted(rows, last, loaded);
            return new Branch(
                    full ? visible.subList(0, width) : visible, rest(parent, last, full ? Math.max(1, left) : left));
        }

        /** Hidden replies count too, but not those that were read: what follows may be seen. */
        private static long notDeleted(long[] rows, long last, Loaded loaded) {
            return LongStream.of(rows)
                    .filter(row -> row <= last && !loaded.isDeleted(row))
                    .count();
        }

        private static @Nullable More rest(Reply parent, long last, long count) {
            return count > 0 ? More.after(last, parent.id(), Conversation.NO_THREAD, count) : null;
        }
    }
}

package social.roost.timeline;

import java.util.Arrays;
import social.roost.base.Ids;
import social.roost.graph.Graph;
import social.roost.list.Lists;

/** Whose tweets home timelines show: those of followed users, without the members of exclusive lists. */
public final class HomeAuthors {
    private final Graph graph;
    private final Lists lists;

    public HomeAuthors(Graph graph, Lists lists) {
        this.graph = graph;
        this.lists = lists;
    }

    /** The users whom a reader follows, ascending. */
    long[] followees(long readerId) {
        return graph.followees(readerId);
    }

    /** Those of the reader's followees whose tweets are shown, ascending. */
    long[] shown(long readerId, long[] followees) {
        long[] excluded = lists.excluded(readerId);
        return excluded.length == 0
                ? followees
                : Arrays.stream(followees)
                        .filter(id -> !Ids.contains(excluded, id))
                        .toArray();
    }
}

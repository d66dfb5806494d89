package social.roost.analytics.sql;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import social.roost.analytics.Measure;

/**
 * Takes back what one viewer contributed, a part at a time: first the other rows, then the views, so that there are
 * always at least as many impressions as viewers.
 */
final class ViewerRemoval {
    private static final int ROWS = 500;

    private static final RowMapper<FirstView> FIRST_VIEW = (row, _) -> new FirstView(
            row.getLong("tweet_id"), row.getLong("author_id"), row.getLong("first_at"), row.getLong("engaged"));

    private final long viewerId;
    private final long since;

    /** @param since only what was counted later */
    ViewerRemoval(long viewerId, long since) {
        this.viewerId = viewerId;
        this.since = since;
    }

    /** Returns whether there may be more. */
    boolean removePart(Handle handle) {
        Changes changes = new Changes();
        List<Taken> marks = marks(handle);
        marks.forEach(mark -> mark.from(changes));
        List<FirstView> views = marks.isEmpty() ? views(handle) : new ArrayList<>();
        views.forEach(view -> view.from(changes));
        changes.apply(handle);
        return !marks.isEmpty() || !views.isEmpty();
    }

    private List<Taken> marks(Handle handle) {
        return handle.createQuery("DELETE FROM analytics_mark WHERE viewer_id = :viewer"
                        + " AND (tweet_id, measure, reference) IN (SELECT tweet_id, measure, reference"
                        + " FROM analytics_mark WHERE viewer_id = :viewer AND counted_at > :since LIMIT :rows)"
                        + " RETURNING " + Taken.COLUMNS)
                .bind("viewer", viewerId)
                .bind("since", since)
                .bind("rows", ROWS)
                .map(Taken.MARK)
                .list();
    }

    private List<FirstView> views(Handle handle) {
        return handle.createQuery("DELETE FROM analytics_viewer WHERE viewer_id = :viewer AND tweet_id IN"
                        + " (SELECT tweet_id FROM analytics_viewer WHERE viewer_id = :viewer AND first_at > :since"
                        + " LIMIT :rows) RETURNING tweet_id, author_id, first_at, engaged")
                .bind("viewer", viewerId)
                .bind("since", since)
                .bind("rows", ROWS)
                .map(FIRST_VIEW)
                .list();
    }

    private record FirstView(long tweetId, long authorId, long at, long engaged) {
        void from(Changes changes) {
            changes.add(tweetId, authorId, at, Measure.IMPRESSIONS, -1);
            changes.add(tweetId, authorId, at, Measure.VIEWERS, -1);
            changes.add(tweetId, authorId, at, Measure.ENGAGED_VIEWERS, -engaged);
        }
    }
}

package social.roost.analytics.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import social.roost.analytics.AnalyticsStore;
import social.roost.analytics.AnalyticsStore.Seen;
import social.roost.analytics.Measure;

/** The rows of one viewer, in a transaction. What they contribute is added to its changes of counts. */
final class ViewerRows {
    private static final long WINDOW = AnalyticsStore.WINDOW.toMillis();
    private static final long REPEAT = AnalyticsStore.REPEAT.toMillis();

    private static final String SEE = """
            INSERT INTO analytics_viewer (viewer_id, tweet_id, author_id, first_at, last_at, engaged)
            VALUES (?, ?, ?, ?, ?, 0)
            ON CONFLICT (viewer_id, tweet_id) DO UPDATE SET
                first_at = excluded.first_at, last_at = excluded.last_at, engaged = 0
            WHERE analytics_viewer.first_at <= excluded.first_at -""" + " " + WINDOW;

    private static final String SEE_AGAIN =
            "UPDATE analytics_viewer SET last_at = ? WHERE viewer_id = ? AND tweet_id = ? AND last_at <= ?";

    private static final String REPEATED = """
            INSERT INTO analytics_mark (viewer_id, tweet_id, measure, reference, author_id, counted_at, last_at, amount)
            VALUES (?, ?, ?, ?, ?, ?, ?, 1)
            ON CONFLICT (viewer_id, tweet_id, measure, reference) DO UPDATE SET amount = analytics_mark.amount + 1""";

    private static final String MARK = """
            INSERT INTO analytics_mark (viewer_id, tweet_id, measure, reference, author_id, counted_at, last_at, amount)
            VALUES (?, ?, ?, ?, ?, ?, ?, 1)
            ON CONFLICT (viewer_id, tweet_id, measure, reference) DO UPDATE SET
                counted_at = excluded.counted_at, last_at = excluded.last_at
            WHERE analytics_mark.counted_at <= excluded.counted_at -""" + " " + WINDOW;

    private static final String MARK_AGAIN = """
            UPDATE analytics_mark SET last_at = ?
            WHERE viewer_id = ? AND tweet_id = ? AND measure = ? AND reference = ? AND last_at < ?""";

    private static final String ENGAGE = """
            UPDATE analytics_viewer SET engaged = 1 WHERE viewer_id = ? AND tweet_id = ? AND engaged = 0
            RETURNING first_at""";

    private final Handle handle;
    private final long viewerId;
    private final Changes changes;

    ViewerRows(Handle handle, long viewerId, Changes changes) {
        this.handle = handle;
        this.viewerId = viewerId;
        this.changes = changes;
    }

    /** @param items of different tweets */
    void see(List<Seen> items) {
        List<Seen> known = selected(items, 0, seen(items));
        List<Seen> views = known.stream()
                .filter(item -> item.measure() == Measure.IMPRESSIONS)
                .toList();
        if (!views.isEmpty()) {
            repeat(selected(views, 1, seenAgain(views)));
        }
        items.stream().filter(item -> item.measure() != Measure.IMPRESSIONS).forEach(this::mark);
    }

    private int[] seen(List<Seen> items) {
        PreparedBatch batch = handle.prepareBatch(SEE);
        for (Seen item : items) {
            PreparedBatch _ = batch.add(viewerId, item.tweetId(), item.authorId(), item.at(), item.at());
        }
        int[] added = batch.execute();
        selected(items, 1, added).forEach(item -> {
            count(item, Measure.VIEWERS);
            count(item, Measure.IMPRESSIONS);
        });
        return added;
    }

    private int[] seenAgain(List<Seen> items) {
        PreparedBatch batch = handle.prepareBatch(SEE_AGAIN);
        for (Seen item : items) {
            PreparedBatch _ = batch.add(item.at(), viewerId, item.tweetId(), item.at() - REPEAT);
        }
        return batch.execute();
    }

    private void repeat(List<Seen> items) {
        if (items.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(REPEATED);
        for (Seen item : items) {
            PreparedBatch _ = batch.add(
                    viewerId,
                    item.tweetId(),
                    Measure.IMPRESSIONS.code(),
                    Changes.hour(item.at()),
                    item.authorId(),
                    item.at(),
                    item.at());
            count(item, Measure.IMPRESSIONS);
        }
        int[] _ = batch.execute();
    }

    private static List<Seen> selected(List<Seen> items, int count, int[] counts) {
        List<Seen> selected = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == count) {
                selected.add(items.get(i));
            }
        }
        return selected;
    }

    private void mark(Seen item) {
        int marked = handle.execute(
                MARK,
                viewerId,
                item.tweetId(),
                item.measure().code(),
                item.reference(),
                item.authorId(),
                item.at(),
                item.at());
        if (marked == 1) {
            count(item, item.measure());
            engaged(item)
                    .ifPresent(firstAt ->
                            changes.add(item.tweetId(), item.authorId(), firstAt, Measure.ENGAGED_VIEWERS, 1));
        } else {
            int _ = handle.execute(
                    MARK_AGAIN,
                    item.at(),
                    viewerId,
                    item.tweetId(),
                    item.measure().code(),
                    item.reference(),
                    item.at());
        }
    }

    /** When the viewer was counted, if this is the first engagement since then. */
    private Optional<Long> engaged(Seen item) {
        return handle.createQuery(ENGAGE)
                .bind(0, viewerId)
                .bind(1, item.tweetId())
                .mapTo(Long.class)
                .findOne();
    }

    private void count(Seen item, Measure measure) {
        changes.add(item.tweetId(), item.authorId(), item.at(), measure, 1);
    }
}

package social.roost.analytics.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import social.roost.analytics.AnalyticsStore;
import social.roost.analytics.Measure;
import social.roost.analytics.Tally;
import social.roost.driver.sql.BoundedDelete;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;

/**
 * Analytics in one database. {@code analytics_viewer} has the first view of a tweet by a viewer, {@code analytics_mark}
 * everything else the viewer contributed, both for 24 hours; {@code analytics_hour} has the counts, and {@code
 * analytics_batch} the keys of reports.
 */
public final class SqlAnalyticsStore implements AnalyticsStore {
    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final String COUNTS = Changes.columns("%s");
    private static final String SUMS = Changes.columns("SUM(%1$s) AS %1$s");

    private static final RowMapper<Counted> COUNTED = (row, _) -> new Counted(row.getLong("hour"), Changes.tally(row));

    private final Database database;

    public SqlAnalyticsStore(Database database) {
        this.database = database;
    }

    @Override
    public void report(Report report, long now) {
        boolean _ = database.write(handle -> {
            boolean isNew = handle.execute("""
                            INSERT INTO analytics_batch (viewer_id, batch_key, at) VALUES (?, ?, ?)
                            ON CONFLICT (viewer_id, batch_key) DO UPDATE SET at = excluded.at
                            WHERE analytics_batch.at <= ?""", report.viewerId(), report.key(), now, now - WINDOW.toMillis()) == 1;
            if (isNew) {
                Changes changes = new Changes();
                ViewerRows rows = new ViewerRows(handle, report.viewerId(), changes);
                rounds(report.items()).forEach(rows::see);
                changes.apply(handle);
            }
            return isNew;
        });
    }

    /** The items in the order of their times, split so that no tweet occurs twice in a part. */
    private static List<List<Seen>> rounds(List<Seen> items) {
        List<Seen> left = items.stream()
                .sorted(Comparator.comparingLong(Seen::at).thenComparing(Seen::measure))
                .toList();
        List<List<Seen>> rounds = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<Long> taken = new HashSet<>();
            List<Seen> round = new ArrayList<>();
            List<Seen> later = new ArrayList<>();
            left.forEach(item -> (taken.add(item.tweetId()) ? round : later).add(item));
            round.sort(Comparator.comparingLong(Seen::tweetId));
            rounds.add(round);
            left = later;
        }
        return rounds;
    }

    @Override
    public void engage(long viewerId, Seen engagement) {
        boolean _ = database.write(handle -> {
            Changes changes = new Changes();
            new ViewerRows(handle, viewerId, changes).see(List.of(engagement));
            changes.apply(handle);
            return true;
        });
    }

    @Override
    public void withdraw(long viewerId, long tweetId, Measure measure, long reference, long now) {
        boolean _ = database.write(handle -> {
            Changes changes = new Changes();
            handle.createQuery("DELETE FROM analytics_mark WHERE viewer_id = ? AND tweet_id = ? AND measure = ?"
                            + " AND reference = ? AND counted_at > ? RETURNING " + Taken.COLUMNS)
                    .bind(0, viewerId)
                    .bind(1, tweetId)
                    .bind(2, measure.code())
                    .bind(3, reference)
                    .bind(4, now - WINDOW.toMillis())
                    .map(Taken.MARK)
                    .list()
                    .forEach(taken -> taken.from(changes));
            changes.apply(handle);
            return true;
        });
    }

    @Override
    public List<Engaged> engagedTweets(long viewerId, long authorId, Measure measure, long since) {
        return database.read(handle -> handle.createQuery(
                        "SELECT tweet_id, last_at FROM analytics_mark WHERE viewer_id = ?"
                                + " AND author_id = ? AND measure = ? AND last_at > ? ORDER BY last_at DESC, tweet_id DESC")
                .bind(0, viewerId)
                .bind(1, authorId)
                .bind(2, measure.code())
                .bind(3, since)
                .map((row, _) -> new Engaged(row.getLong("tweet_id"), row.getLong("last_at")))
                .list());
    }

    @Override
    public void removeViewer(long viewerId, long now) {
        ViewerRemoval removal = new ViewerRemoval(viewerId, now - WINDOW.toMillis());
        while (database.write(removal::removePart)) {
            // Each part is a transaction of its own, so that other writes run in between.
        }
    }

    @Override
    public SortedMap<Long, Tally> hoursOfTweet(long tweetId) {
        return database.read(handle ->
                counted(handle, "SELECT hour, " + COUNTS + " FROM analytics_hour WHERE tweet_id = ?", tweetId).stream()
                        .collect(
                                TreeMap::new,
                                (hours, row) -> hours.put(Changes.millis(row.hour), row.tally),
                                TreeMap::putAll));
    }

    @Override
    public SortedMap<Long, Tally> daysOfAuthor(long authorId, long since) {
        SortedMap<Long, Tally> days = new TreeMap<>();
        database.read(handle -> counted(
                        handle,
                        "SELECT hour, " + SUMS + " FROM analytics_hour WHERE author_id = ? AND hour >= ? GROUP BY hour",
                        authorId,
                        Changes.hour(since)))
                .forEach(row -> days.computeIfAbsent(day(Changes.millis(row.hour)), _ -> new Tally())
                        .add(row.tally));
        return days;
    }

    @Override
    public Map<Long, Tally> totals(long[] tweetIds) {
        return sums(tweetIds, "tweet_id", 0);
    }

    @Override
    public Map<Long, Tally> totalsOfAuthors(long[] authorIds, long since) {
        return sums(authorIds, "author_id", Changes.hour(since));
    }

    private Map<Long, Tally> sums(long[] ids, String column, long firstHour) {
        Map<Long, Tally> sums = HashMap.newHashMap(ids.length);
        database.read(handle -> {
            IdBatches.forEach(
                    ids,
                    batch -> handle.createQuery("SELECT " + column + " AS id, " + SUMS + " FROM analytics_hour WHERE "
                                    + column + " IN (<ids>) AND hour >= :first GROUP BY " + column)
                            .bindList("ids", batch)
                            .bind("first", firstHour)
                            .map((row, _) -> sums.put(row.getLong("id"), Changes.tally(row)))
                            .list());
            return null;
        });
        return sums;
    }

    private static long day(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS) * DAY_MILLIS;
    }

    private static List<Counted> counted(Handle handle, String sql, Object... parameters) {
        return handle.select(sql, parameters).map(COUNTED).list();
    }

    @Override
    public void tidy(long now) {
        long end = now - WINDOW.toMillis();
        BoundedDelete.run(
                database,
                "DELETE FROM analytics_viewer WHERE (viewer_id, tweet_id) IN"
                        + " (SELECT viewer_id, tweet_id FROM analytics_viewer WHERE first_at <= ? LIMIT ?)",
                end);
        BoundedDelete.run(
                database,
                "DELETE FROM analytics_mark WHERE (viewer_id, tweet_id, measure, reference) IN"
                        + " (SELECT viewer_id, tweet_id, measure, reference FROM analytics_mark"
                        + " WHERE counted_at <= ? LIMIT ?)",
                end);
        BoundedDelete.run(
                database,
                "DELETE FROM analytics_batch WHERE (viewer_id, batch_key) IN"
                        + " (SELECT viewer_id, batch_key FROM analytics_batch WHERE at <= ? LIMIT ?)",
                end);
        OldHours old = new OldHours(Changes.hour(day(now - HOURLY.toMillis())));
        while (database.write(old::mergePart)) {
            // As in removeViewer.
        }
    }

    private record Counted(long hour, Tally tally) {}
}

package social.roost.analytics.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import social.roost.analytics.Measure;
import social.roost.analytics.Tally;

/** Changes of counts within one transaction, applied at its end in one order, so that none wait in a circle. */
final class Changes {
    private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);

    private static final String ADD = "INSERT INTO analytics_hour (tweet_id, hour, author_id, "
            + columns("%s")
            + ") VALUES (:tweet, :hour, :author, "
            + columns(":%s")
            + ") ON CONFLICT (tweet_id, hour) DO UPDATE SET "
            + columns("%1$s = analytics_hour.%1$s + excluded.%1$s");

    private final SortedMap<Place, Tally> changes = new TreeMap<>();

    /** All columns with counts, each written like this. */
    static String columns(String format) {
        return Stream.of(Measure.values())
                .map(measure -> format.formatted(measure.text()))
                .collect(Collectors.joining(", "));
    }

    /** Reads a row that has all of these columns. */
    static Tally tally(ResultSet row) throws SQLException {
        Tally tally = new Tally();
        for (Measure measure : Measure.values()) {
            tally.add(measure, row.getLong(measure.text()));
        }
        return tally;
    }

    static long hour(long millis) {
        return Math.floorDiv(millis, HOUR_MILLIS);
    }

    static long millis(long hour) {
        return hour * HOUR_MILLIS;
    }

    void add(long tweetId, long authorId, long at, Measure measure, long count) {
        add(tweetId, authorId, hour(at)).add(measure, count);
    }

    private Tally add(long tweetId, long authorId, long hour) {
        return changes.computeIfAbsent(new Place(tweetId, hour, authorId), _ -> new Tally());
    }

    void addInHour(long tweetId, long authorId, long hour, Tally tally) {
        add(tweetId, authorId, hour).add(tally);
    }

    void apply(Handle handle) {
        changes.values().removeIf(Tally::isZero);
        if (changes.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(ADD);
        changes.forEach((place, tally) -> {
            PreparedBatch _ =
                    batch.bind("tweet", place.tweetId).bind("hour", place.hour).bind("author", place.authorId);
            for (Measure measure : Measure.values()) {
                PreparedBatch _ = batch.bind(measure.text(), tally.of(measure));
            }
            PreparedBatch _ = batch.add();
        });
        int[] _ = batch.execute();
    }

    private record Place(long tweetId, long hour, long authorId) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTweet = Long.compare(tweetId, other.tweetId);
            return byTweet != 0 ? byTweet : Long.compare(hour, other.hour);
        }
    }
}

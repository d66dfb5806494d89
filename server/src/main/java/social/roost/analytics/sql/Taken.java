package social.roost.analytics.sql;

import org.jdbi.v3.core.mapper.RowMapper;
import social.roost.analytics.Measure;

/** A row that was removed from {@code analytics_mark}. */
record Taken(long tweetId, long authorId, Measure measure, long at, long amount) {
    static final String COLUMNS = "tweet_id, author_id, measure, counted_at, amount";

    static final RowMapper<Taken> MARK = (row, _) -> new Taken(
            row.getLong("tweet_id"),
            row.getLong("author_id"),
            Measure.of(row.getInt("measure")),
            row.getLong("counted_at"),
            row.getLong("amount"));

    void from(Changes changes) {
        changes.add(tweetId, authorId, at, measure, -amount);
    }
}

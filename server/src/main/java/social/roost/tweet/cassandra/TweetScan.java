package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import social.roost.base.Scan;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.Tweet;

/**
 * Reads all rows of {@code tweet} in the order of their tokens. A position is the token after which to continue.
 *
 * <p>Two ids can have the same token. A full part leaves out the rows of its last token, because there may be more of
 * them.
 */
final class TweetScan {
    private final CassandraCluster cassandra;
    private final PreparedStatement select;

    TweetScan(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        select = cassandra.prepare("SELECT " + TweetRows.COLUMNS + ", deletion, buried, token(id) AS place FROM tweet"
                + " WHERE token(id) > ? LIMIT ?");
    }

    Scan.Part<Tweet> read(String after, int limit) {
        long last = after.equals(Scan.START) ? Long.MIN_VALUE : Long.parseLong(after);
        List<Row> rows = new ArrayList<>(limit);
        cassandra.forEach(1, _ -> select.bind(last, limit), (_, found) -> rows.addAll(found));
        String next = rows.size() < limit ? null : dropLastToken(rows);
        return new Scan.Part<>(
                rows.stream()
                        .filter(row -> TweetRows.isStored(row) && row.isNull("deletion"))
                        .map(TweetRows::tweet)
                        .toList(),
                next);
    }

    /** Returns the last remaining token. */
    private static String dropLastToken(List<Row> rows) {
        long last = token(rows.getLast());
        rows.removeIf(row -> token(row) == last);
        return Long.toString(rows.isEmpty() ? last : token(rows.getLast()));
    }

    private static long token(Row row) {
        return row.getLong("place");
    }
}

package social.roost.search.names.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import social.roost.driver.sql.Database;
import social.roost.search.names.Hashtag;
import social.roost.search.names.HashtagStore;
import social.roost.search.names.HashtagUse;

/**
 * Hashtags in the table {@code hashtag}, and the tweets that count in {@code hashtag_tweet}.
 *
 * <p>The form of a tag is found by majority vote in one pass (Boyer and Moore): {@code lead} is how many votes the form
 * is ahead. Deletions do not vote.
 */
public final class SqlHashtagStore implements HashtagStore {
    private static final String COLUMNS = "tag, form, tweets, last_used_at";
    private static final String BEGINNING = ByMagnitude.query(COLUMNS, "hashtag", "folded");

    private static final String COUNT = """
            INSERT INTO hashtag (tag, folded, form, lead, tweets, magnitude, last_used_at)
            VALUES (:tag, :folded, :form, 1, 1, 1, :at)
            ON CONFLICT (tag) DO UPDATE SET
                form = CASE WHEN hashtag.lead > 0 THEN hashtag.form ELSE excluded.form END,
                lead = CASE WHEN hashtag.form = excluded.form THEN hashtag.lead + 1 ELSE ABS(hashtag.lead - 1) END,
                tweets = hashtag.tweets + 1,
                magnitude = LENGTH(CAST(hashtag.tweets + 1 AS TEXT)),
                last_used_at = CASE WHEN hashtag.last_used_at > excluded.last_used_at
                    THEN hashtag.last_used_at ELSE excluded.last_used_at END""";

    private static final String COUNT_LESS =
            "UPDATE hashtag SET tweets = tweets - 1, magnitude = LENGTH(CAST(tweets - 1 AS TEXT)) WHERE tag = ?";

    private static final RowMapper<HashtagUse> USE = (row, _) -> new HashtagUse(
            row.getString("tag"), row.getString("form"), row.getLong("tweets"), row.getLong("last_used_at"));

    private final Database database;

    public SqlHashtagStore(Database database) {
        this.database = database;
    }

    /** All writes lock tags in the same order, so that they do not wait for each other in a circle. */
    @Override
    public void set(long tweetId, List<Hashtag> tags, long at) {
        Map<String, Hashtag> wanted =
                tags.stream().collect(Collectors.toMap(Hashtag::key, tag -> tag, (one, _) -> one, TreeMap::new));
        int _ = database.write(handle -> {
            Set<String> keys = new TreeSet<>(tags(handle, tweetId));
            keys.addAll(wanted.keySet());
            for (String key : keys) {
                Hashtag tag = wanted.get(key);
                if (tag == null) {
                    remove(handle, tweetId, key);
                } else {
                    int _ = add(handle, tweetId, tag, at);
                }
            }
            return keys.size();
        });
    }

    private static int add(Handle handle, long tweetId, Hashtag tag, long at) {
        int added = handle.execute(
                "INSERT INTO hashtag_tweet (tweet_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING", tweetId, tag.key());
        return added == 0
                ? 0
                : handle.createUpdate(COUNT)
                        .bind("tag", tag.key())
                        .bind("folded", tag.folded())
                        .bind("form", tag.form())
                        .bind("at", at)
                        .execute();
    }

    @Override
    public void remove(long tweetId) {
        List<String> tags = database.read(handle -> tags(handle, tweetId));
        if (!tags.isEmpty()) {
            int _ = database.write(handle -> {
                tags.forEach(tag -> remove(handle, tweetId, tag));
                return tags.size();
            });
        }
    }

    private static List<String> tags(Handle handle, long tweetId) {
        return handle.createQuery("SELECT tag FROM hashtag_tweet WHERE tweet_id = ? ORDER BY tag")
                .bind(0, tweetId)
                .mapTo(String.class)
                .list();
    }

    private static void remove(Handle handle, long tweetId, String tag) {
        if (handle.execute("DELETE FROM hashtag_tweet WHERE tweet_id = ? AND tag = ?", tweetId, tag) == 1) {
            int _ = handle.execute(COUNT_LESS, tag);
            int _ = handle.execute("DELETE FROM hashtag WHERE tag = ? AND tweets = 0", tag);
        }
    }

    @Override
    public Optional<HashtagUse> find(String key) {
        return database.read(handle -> exactly(handle, key));
    }

    private static Optional<HashtagUse> exactly(Handle handle, String key) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM hashtag WHERE tag = ?")
                .bind(0, key)
                .map(USE)
                .findOne();
    }

    @Override
    public List<HashtagUse> startingWith(String folded, int most) {
        return database.read(handle -> handle.createQuery(BEGINNING)
                .bind("from", folded)
                .bind("to", ByMagnitude.end(folded))
                .bind("most", most)
                .map(USE)
                .list());
    }
}

package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Event;
import social.roost.event.Outbox;

/**
 * Events of tweets, each written with its tweet, until the log has them.
 *
 * <p>A queue in Cassandra must not be read where it was emptied, since every removed row is still in the way for a while. So
 * entries are put by ten seconds, and each of these is looked through twice: soon after it, for what a crash left behind, and
 * minutes after it, when no write can come into it any more; after that it is not read again.
 *
 * <p>The entry of a deletion is written before the deletion, so it may stand for one that never was; that is found out here.
 */
final class TweetOutbox implements Outbox<TweetOutbox.Key> {
    private static final int SHARDS = 8;
    private static final long SLOT_MILLIS = 10_000;

    /** So long after a write began, whoever wrote it no longer relays it. */
    private static final long LEFT_BEHIND = 1;

    /** So many slots later, no write can come into a slot any more: longer than any call is repeated. */
    private static final long FINAL = Duration.ofMinutes(3).toMillis() / SLOT_MILLIS;

    private static final String POSTED = "posted";
    private static final String DELETED = "deleted";

    private final CassandraCluster cassandra;
    private final AuthorIndex authors;
    private final InstantSource clock;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement select;
    private final PreparedStatement deletedAt;
    private final PreparedStatement swept;
    private final PreparedStatement setSwept;

    /** By shard: the first slot that was not looked through soon after it, and that was not looked through for good. */
    private final long[] nextSoon = new long[SHARDS];

    private final long[] nextFinal = new long[SHARDS];

    /** Where an entry is. */
    record Key(int shard, long slot, long tweetId, String kind) {}

    TweetOutbox(CassandraCluster cassandra, AuthorIndex authors, InstantSource clock) {
        this.cassandra = cassandra;
        this.authors = authors;
        this.clock = clock;
        insert =
                cassandra.prepare("INSERT INTO outbox (shard, slot, tweet_id, kind, author_id) VALUES (?, ?, ?, ?, ?)");
        delete = cassandra.prepare("DELETE FROM outbox WHERE shard = ? AND slot = ? AND tweet_id = ? AND kind = ?");
        select = cassandra.prepare("SELECT tweet_id, kind, author_id FROM outbox WHERE shard = ? AND slot = ? LIMIT ?");
        deletedAt = cassandra.prepare("SELECT deleted_at FROM tweet WHERE id = ?");
        swept = cassandra.prepare("SELECT slot FROM outbox_swept WHERE shard = ?");
        setSwept = cassandra.prepare("INSERT INTO outbox_swept (shard, slot) VALUES (?, ?)");
        begin();
    }

    /** Goes on where the last sweep, of whichever process, had got to; the very first begins before the first write. */
    private void begin() {
        for (int shard = 0; shard < SHARDS; shard++) {
            Row row = cassandra.execute(swept.bind(shard)).one();
            nextFinal[shard] = row == null ? slot() - FINAL : row.getLong(0);
            if (row == null) {
                var _ = cassandra.execute(setSwept.bind(shard, nextFinal[shard]));
            }
        }
        System.arraycopy(nextFinal, 0, nextSoon, 0, SHARDS);
    }

    Entry<Key> posted(long tweetId, long authorId) {
        return new Entry<>(key(tweetId, POSTED), new Event.TweetPosted(tweetId, authorId));
    }

    Entry<Key> deleted(long tweetId, long authorId) {
        return new Entry<>(key(tweetId, DELETED), new Event.TweetDeleted(tweetId, authorId));
    }

    BoundStatement insert(Entry<Key> entry) {
        Key key = entry.key();
        return insert.bind(
                key.shard(),
                key.slot(),
                key.tweetId(),
                key.kind(),
                entry.event().actor());
    }

    @Override
    public synchronized List<Entry<Key>> leftBehind(int limit) {
        List<Entry<Key>> found = new ArrayList<>();
        for (int shard = 0; shard < SHARDS && found.size() < limit; shard++) {
            long before = nextFinal[shard];
            nextFinal[shard] = lookThrough(shard, before, slot() - FINAL, limit, found);
            if (nextFinal[shard] != before) {
                var _ = cassandra.execute(setSwept.bind(shard, nextFinal[shard]));
            }
            long soon = Math.max(nextSoon[shard], nextFinal[shard]);
            nextSoon[shard] = found.isEmpty() ? lookThrough(shard, soon, slot() - LEFT_BEHIND, limit, found) : soon;
        }
        return found;
    }

    /**
     * Adds what is found in slots from one on, those of up to {@code end} exclusive.
     *
     * @return the first slot that was not empty, to be looked through again
     */
    private long lookThrough(int shard, long from, long end, int limit, List<Entry<Key>> found) {
        for (long slot = from; slot < end; slot++) {
            List<Row> rows =
                    cassandra.readAll(List.of(select.bind(shard, slot, limit))).getFirst();
            if (!rows.isEmpty()) {
                for (Row row : rows) {
                    add(shard, slot, row, found);
                }
                return slot;
            }
        }
        return Math.max(from, end);
    }

    private void add(int shard, long slot, Row row, List<Entry<Key>> found) {
        long tweetId = row.getLong("tweet_id");
        long authorId = row.getLong("author_id");
        Key key = new Key(shard, slot, tweetId, Objects.requireNonNull(row.getString("kind")));
        if (key.kind().equals(POSTED)) {
            authors.changed(authorId, tweetId);
            found.add(new Entry<>(key, new Event.TweetPosted(tweetId, authorId)));
        } else if (isDeleted(tweetId)) {
            var _ = cassandra.execute(authors.delete(authorId, tweetId, clock.millis() * 1000));
            authors.changed(authorId, tweetId);
            found.add(new Entry<>(key, new Event.TweetDeleted(tweetId, authorId)));
        } else {
            remove(List.of(key));
        }
    }

    /** A serial read ends a conditional write that is half done, one way or the other. */
    private boolean isDeleted(long tweetId) {
        Row row = cassandra
                .execute(deletedAt.bind(tweetId).setConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL))
                .one();
        return row != null && !row.isNull("deleted_at");
    }

    @Override
    public void remove(List<Key> keys) {
        var _ = cassandra.readAll(keys.stream()
                .map(key -> delete.bind(key.shard(), key.slot(), key.tweetId(), key.kind()))
                .toList());
    }

    private Key key(long tweetId, String kind) {
        return new Key(Math.floorMod(Long.hashCode(tweetId * 0x9E3779B97F4A7C15L), SHARDS), slot(), tweetId, kind);
    }

    private long slot() {
        return clock.millis() / SLOT_MILLIS;
    }

    /** For tests and operators: how far the sweep has got, in milliseconds since 1970. */
    synchronized long sweptUntil() {
        return Arrays.stream(nextFinal).min().orElse(0) * SLOT_MILLIS;
    }
}

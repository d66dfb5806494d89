package social.roost.tweet.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.driver.sql.BoundedDelete;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.Reference;
import social.roost.tweet.References;
import social.roost.tweet.Revision;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;

/** Tweets in the tables {@code tweet}, {@code tweet_revision}, {@code tweet_count} and {@code idempotency_key}. */
public final class SqlTweetStore implements TweetStore {
    private static final RowMapper<Tweet> TWEET = (row, context) -> TweetRow.read(row);

    private final Database database;
    private final SqlOutbox outbox;

    public SqlTweetStore(Database database, SqlOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public Posted post(List<Tweet> thread, @Nullable IdempotencyKey key) {
        return database.write(handle -> {
            Posted earlier = earlier(handle, thread.getFirst(), key);
            if (earlier != null) {
                return earlier;
            }
            for (Tweet tweet : thread) {
                insert(handle, tweet);
                outbox.append(handle, new Event.TweetPosted(tweet.id(), tweet.authorId()));
            }
            return new Posted.Stored();
        });
    }

    private static @Nullable Posted earlier(Handle handle, Tweet tweet, @Nullable IdempotencyKey key) {
        Posted claimed = key == null ? null : claim(handle, tweet, key);
        if (claimed != null || tweet.retweetOfId() == null) {
            return claimed;
        }
        Long retweet = ReferenceReads.findRetweet(handle, tweet.authorId(), tweet.retweetOfId());
        return retweet == null ? null : new Posted.Repeated(retweet);
    }

    @Override
    public @Nullable Posted findPosted(long authorId, IdempotencyKey key, long now) {
        return database.read(
                handle -> claimed(handle, authorId, key, expired(now)).orElse(null));
    }

    @Override
    public boolean delete(long id, long now) {
        return database.write(handle -> {
            Optional<Deleted> deleted = handle.createQuery(
                            "UPDATE tweet SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL RETURNING *")
                    .bind(0, now)
                    .bind(1, id)
                    .map((row, context) -> new Deleted(row.getLong("author_id"), TweetRow.references(row)))
                    .findOne();
            deleted.ifPresent(tweet -> {
                handle.execute("UPDATE tweet_count SET tweets = tweets - 1 WHERE author_id = ?", tweet.authorId());
                EngagementCounts.addReferences(handle, tweet.references(), -1);
                RevisionRows.delete(handle, id);
                outbox.append(handle, new Event.TweetDeleted(id, tweet.authorId()));
            });
            return deleted.isPresent();
        });
    }

    @Override
    public boolean edit(Tweet edited) {
        return database.write(handle -> {
            boolean isEdited = RevisionRows.edit(handle, edited);
            if (isEdited) {
                outbox.append(handle, new Event.TweetEdited(edited.id(), edited.authorId()));
            }
            return isEdited;
        });
    }

    @Override
    public List<Revision> revisions(long id) {
        return database.read(handle -> RevisionRows.all(handle, id));
    }

    @Override
    public Map<Long, Tweet> find(long[] ids) {
        Map<Long, Tweet> found = HashMap.newHashMap(ids.length);
        database.read(handle -> {
            IdBatches.forEach(
                    ids,
                    batch -> handle.createQuery("SELECT " + TweetRow.COLUMNS
                                    + " FROM tweet WHERE id IN (<ids>) AND deleted_at IS NULL")
                            .bindList("ids", batch)
                            .map(TWEET)
                            .forEach(tweet -> found.put(tweet.id(), tweet)));
            return null;
        });
        return found;
    }

    @Override
    public @Nullable Tweet findPosted(long id) {
        return database.read(handle -> handle.createQuery("SELECT " + TweetRow.COLUMNS + " FROM tweet WHERE id = ?")
                .bind(0, id)
                .map(TWEET)
                .findOne()
                .orElse(null));
    }

    @Override
    public Scan.Part<Tweet> scan(String after, int limit) {
        return database.read(handle -> Scan.Part.of(
                handle.createQuery("SELECT " + TweetRow.COLUMNS
                                + " FROM tweet WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?")
                        .bind(0, Scan.idOf(after))
                        .bind(1, limit)
                        .map(TWEET)
                        .list(),
                limit,
                tweet -> Long.toString(tweet.id())));
    }

    @Override
    public long[] newest(long[] authorIds, long before, int limit) {
        return database.read(handle -> AuthorScan.newest(handle.getConnection(), authorIds, before, limit));
    }

    @Override
    public Map<Long, long[]> newestOfEach(long[] authorIds, int limit) {
        return database.read(handle -> AuthorScan.newestOfEach(handle.getConnection(), authorIds, limit));
    }

    @Override
    public long[] oldest(long[] authorIds, long after, int limit) {
        return database.read(handle -> AuthorScan.oldest(handle.getConnection(), authorIds, after, limit));
    }

    @Override
    public long[] newestWithoutReplies(long authorId, long before, int limit) {
        return database.read(handle -> AuthorScan.newestWithoutReplies(handle, authorId, before, limit));
    }

    @Override
    public long[] oldestWithoutReplies(long authorId, long after, int limit) {
        return database.read(handle -> AuthorScan.oldestWithoutReplies(handle, authorId, after, limit));
    }

    @Override
    public long[] newestWithMedia(long authorId, long before, int limit) {
        return database.read(handle -> AuthorScan.newestWithMedia(handle, authorId, before, limit));
    }

    @Override
    public long[] oldestWithMedia(long authorId, long after, int limit) {
        return database.read(handle -> AuthorScan.oldestWithMedia(handle, authorId, after, limit));
    }

    @Override
    public long[] referring(Reference reference, long tweetId, long before, int limit) {
        return database.read(handle -> ReferenceReads.referring(handle, reference, tweetId, before, limit));
    }

    @Override
    public long[] replies(long tweetId, long after, int limit) {
        return database.read(handle -> ReferenceReads.replies(handle, tweetId, after, limit));
    }

    @Override
    public Map<Long, long[]> firstReplies(long[] tweetIds, int limit) {
        return database.read(handle -> ReferenceReads.firstReplies(handle.getConnection(), tweetIds, limit));
    }

    @Override
    public @Nullable Long threadReply(long tweetId) {
        return database.read(handle -> ReferenceReads.threadReply(handle, tweetId));
    }

    @Override
    public @Nullable Long findRetweet(long authorId, long tweetId) {
        return database.read(handle -> ReferenceReads.findRetweet(handle, authorId, tweetId));
    }

    @Override
    public long[] retweeted(long authorId, int limit) {
        return database.read(handle -> ReferenceReads.retweeted(handle, authorId, limit));
    }

    @Override
    public long[] retweetedAmong(long authorId, long[] tweetIds) {
        return database.read(handle -> ReferenceReads.retweetedAmong(handle, authorId, tweetIds));
    }

    @Override
    public Map<Long, Long> counts(long[] authorIds) {
        Map<Long, Long> counts = HashMap.newHashMap(authorIds.length);
        database.read(handle -> {
            IdBatches.forEach(
                    authorIds,
                    batch -> handle.createQuery("SELECT author_id, tweets FROM tweet_count WHERE author_id IN (<ids>)")
                            .bindList("ids", batch)
                            .map((row, context) -> counts.put(row.getLong(1), row.getLong(2)))
                            .list());
            return null;
        });
        return counts;
    }

    /** Removes idempotency keys created before this time, in milliseconds since 1970. */
    public void forgetKeys(long before) {
        BoundedDelete.run(database, """
                DELETE FROM idempotency_key WHERE (user_id, name) IN (
                    SELECT user_id, name FROM idempotency_key WHERE created_at < ? LIMIT ?)""", before);
    }

    /** The greatest id in use, 0 if there is none. */
    public long greatestId() {
        return database.read(handle -> handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM tweet")
                .mapTo(Long.class)
                .one());
    }

    /** Takes the key for this tweet; null if it was free or expired. */
    private static @Nullable Posted claim(Handle handle, Tweet tweet, IdempotencyKey key) {
        long expired = expired(tweet.createdAt());
        int claimed = handle.execute(
                """
                INSERT INTO idempotency_key (user_id, name, request, tweet_id, created_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (user_id, name) DO UPDATE SET request = excluded.request, tweet_id = excluded.tweet_id,
                    created_at = excluded.created_at
                WHERE idempotency_key.created_at < ?
                """, tweet.authorId(), key.name(), key.request(), tweet.id(), tweet.createdAt(), expired);
        if (claimed == 1) {
            return null;
        }
        return claimed(handle, tweet.authorId(), key, expired).orElseThrow();
    }

    private static Optional<Posted> claimed(Handle handle, long authorId, IdempotencyKey key, long expired) {
        return handle.createQuery("""
                        SELECT request, tweet_id FROM idempotency_key
                        WHERE user_id = ? AND name = ? AND created_at >= ?""")
                .bind(0, authorId)
                .bind(1, key.name())
                .bind(2, expired)
                .<Posted>map((row, context) -> row.getString(1).equals(key.request())
                        ? new Posted.Repeated(row.getLong(2))
                        : new Posted.KeyReused())
                .findOne();
    }

    /** Keys created before this time are expired. */
    private static long expired(long now) {
        return now - IdempotencyKey.LIFETIME.toMillis();
    }

    private static void insert(Handle handle, Tweet tweet) {
        TweetRow.insert(handle, tweet);
        EngagementCounts.addReferences(handle, tweet.references(), 1);
        handle.execute("""
                INSERT INTO tweet_count (author_id, tweets) VALUES (?, 1)
                ON CONFLICT (author_id) DO UPDATE SET tweets = tweet_count.tweets + 1""", tweet.authorId());
    }

    private record Deleted(long authorId, References references) {}
}

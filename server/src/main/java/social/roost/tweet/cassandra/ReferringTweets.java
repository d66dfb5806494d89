package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;

/**
 * The rows of {@code tweet_by_parent}: the tweets that refer to a tweet.
 *
 * <p>They are partitioned by age, see {@link Bucket#ofAge}, and all possible partitions are queried at once: one for a
 * tweet of today, seven after ten years.
 */
final class ReferringTweets {
    private final CassandraCluster cassandra;
    private final InstantSource clock;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement newest;
    private final PreparedStatement oldest;

    ReferringTweets(CassandraCluster cassandra, InstantSource clock) {
        this.cassandra = cassandra;
        this.clock = clock;
        insert = cassandra.prepare(
                "INSERT INTO tweet_by_parent (parent_id, list, bucket, id) VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
        String partition = " WHERE parent_id = ? AND list = ? AND bucket = ?";
        delete = cassandra.prepare("DELETE FROM tweet_by_parent USING TIMESTAMP ?" + partition + " AND id = ?");
        String range = "SELECT id FROM tweet_by_parent" + partition + " AND id > ? AND id < ?";
        newest = cassandra.prepare(range + " ORDER BY id DESC LIMIT ?");
        oldest = cassandra.prepare(range + " ORDER BY id ASC LIMIT ?");
    }

    List<BoundStatement> inserts(Tweet tweet) {
        return places(tweet).stream()
                .map(place -> insert(place, tweet, TweetRows.timestamp(tweet.id())))
                .toList();
    }

    /** Win over the inserts, even if those arrive later. */
    List<BoundStatement> deletes(Tweet tweet) {
        Long parent = tweet.references().replyToId();
        Stream<BoundStatement> kept = parent == null
                ? Stream.empty()
                : Stream.of(insert(
                        new Place(ParentList.DELETED_REPLIES, parent), tweet, TweetRows.timestamp(tweet.id()) + 1));
        return Stream.concat(kept, removals(tweet).stream()).toList();
    }

    /** Like {@link #deletes}, for a tweet that was never stored. */
    List<BoundStatement> removals(Tweet tweet) {
        return places(tweet).stream().map(place -> delete(place, tweet)).toList();
    }

    private BoundStatement insert(Place place, Tweet tweet, long timestamp) {
        return insert.bind(
                place.parentId(),
                place.list().name(),
                Bucket.ofAge(place.parentId(), tweet.id()),
                tweet.id(),
                timestamp);
    }

    private BoundStatement delete(Place place, Tweet tweet) {
        return delete.bind(
                TweetRows.timestamp(tweet.id()) + 1,
                place.parentId(),
                place.list().name(),
                Bucket.ofAge(place.parentId(), tweet.id()),
                tweet.id());
    }

    private static List<Place> places(Tweet tweet) {
        References references = tweet.references();
        List<Place> places = new ArrayList<>();
        if (references.replyToId() != null) {
            places.add(new Place(ParentList.REPLIES, references.replyToId()));
            if (references.replyToUserId() != null && references.replyToUserId() == tweet.authorId()) {
                places.add(new Place(ParentList.THREAD, references.replyToId()));
            }
        }
        if (references.quoteOfId() != null) {
            places.add(new Place(ParentList.QUOTES, references.quoteOfId()));
        }
        if (references.retweetOfId() != null) {
            places.add(new Place(ParentList.RETWEETS, references.retweetOfId()));
        }
        return places;
    }

    /** The greatest ids below this one, descending. */
    long[] newest(ParentList list, long parentId, long before, int limit) {
        TopIds top = TopIds.greatest(limit);
        int last = Math.min(Bucket.ofAge(parentId, before), Bucket.ofAge(parentId, Bucket.latestId(clock)));
        cassandra.forEach(
                last + 1,
                i -> newest.bind(parentId, list.name(), last - i, top.worstOr(0), before, limit),
                (_, rows) -> top.addAll(rows));
        return top.falling();
    }

    /** The lowest ids above this one, ascending. */
    long[] oldest(ParentList list, long parentId, long after, int limit) {
        TopIds top = TopIds.lowest(limit);
        int first = Bucket.ofAge(parentId, after);
        int last = Bucket.ofAge(parentId, Bucket.latestId(clock));
        cassandra.forEach(
                Math.max(0, last - first + 1),
                i -> oldest.bind(parentId, list.name(), first + i, after, top.worstOr(Long.MAX_VALUE), limit),
                (_, rows) -> top.addAll(rows));
        return top.rising();
    }

    /**
     * Reads the lowest ids of each of these lists of each of these tweets, all partitions at once.
     *
     * @param found receives tweet and id, in any order; ids may be more than the limit
     */
    void first(List<ParentList> lists, long[] parentIds, int limit, LongBiConsumer found) {
        List<Partition> partitions = new ArrayList<>();
        for (long parentId : parentIds) {
            int last = Bucket.ofAge(parentId, Bucket.latestId(clock));
            for (ParentList list : lists) {
                IntStream.rangeClosed(0, last).forEach(i -> partitions.add(new Partition(parentId, list, i)));
            }
        }
        cassandra.forEach(partitions.size(), i -> partitions.get(i).select(oldest, limit), (i, rows) -> {
            long parentId = partitions.get(i).parentId();
            rows.forEach(row -> found.accept(parentId, row.getLong(0)));
        });
    }

    private record Partition(long parentId, ParentList list, int bucket) {
        BoundStatement select(PreparedStatement oldest, int limit) {
            return oldest.bind(parentId, list.name(), bucket, 0L, Long.MAX_VALUE, limit);
        }
    }

    /** Takes two numbers. */
    @FunctionalInterface
    interface LongBiConsumer {
        void accept(long parentId, long id);
    }

    private record Place(ParentList list, long parentId) {}
}

package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import social.roost.base.Ids;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Event;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore.Drift;

/**
 * Reads everything: corrects sizes and counts that do not equal the rows, and updates the sets of tweets as if every
 * event was delivered again.
 */
final class Recount {
    private final CassandraCluster cassandra;
    private final TweetCounts counts;
    private final SourceSets sources;
    private final TweetSets sets;
    private final SetSizes sizes;

    /** The counts of tweets with errors, before the correction. */
    private final Map<Long, Counts> before = new LinkedHashMap<>();

    Recount(CassandraCluster cassandra, TweetCounts counts, SourceSets sources, TweetSets sets, SetSizes sizes) {
        this.cassandra = cassandra;
        this.counts = counts;
        this.sources = sources;
        this.sets = sets;
        this.sizes = sizes;
    }

    List<Drift> all() {
        forEachPage("SELECT DISTINCT owner_id, kind, shard FROM counted_set", SetKey::of, this::check);
        forEachPage(
                "SELECT id, author_id FROM tweet",
                row -> new Event.TweetPosted(row.getLong("id"), row.getLong("author_id")),
                this::follow);
        Map<Long, Counts> after = counts.find(Ids.of(before.keySet(), id -> id));
        return before.entrySet().stream()
                .map(entry ->
                        new Drift(entry.getKey(), entry.getValue(), after.getOrDefault(entry.getKey(), Counts.NONE)))
                .filter(drift -> !drift.counted().equals(drift.rows()))
                .toList();
    }

    private <T> void forEachPage(String cql, Function<Row, T> reader, Consumer<List<T>> action) {
        cassandra.forEachPage(
                cassandra.prepare(cql).bind(),
                rows -> action.accept(rows.stream().map(reader).toList()));
    }

    private void check(List<SetKey> keys) {
        sizes.wrong(keys.stream().filter(key -> key.kind().isOfTweet()).toList())
                .forEach(key -> {
                    note(key.ownerId(), counts.find(new long[] {key.ownerId()}));
                    sizes.setRight(key);
                });
        keys.stream().filter(key -> key.kind() == SetKind.LIKE).forEach(this::followLikes);
    }

    private void followLikes(SetKey likes) {
        sizes.forEachMember(
                likes,
                tweets -> follow(tweets.stream()
                        .<Event>map(tweet -> new Event.TweetLiked(tweet, likes.ownerId()))
                        .toList()));
    }

    private void follow(List<Event> events) {
        Map<SetKey, List<Member>> members = sources.of(events);
        Map<Long, Counts> counted = counts.find(
                members.keySet().stream().mapToLong(SetKey::ownerId).distinct().toArray());
        sets.follow(members).forEach(tweet -> note(tweet, counted));
    }

    private void note(long tweetId, Map<Long, Counts> counted) {
        before.putIfAbsent(tweetId, counted.getOrDefault(tweetId, Counts.NONE));
    }
}

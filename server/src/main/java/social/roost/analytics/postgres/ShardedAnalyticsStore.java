package social.roost.analytics.postgres;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import social.roost.analytics.AnalyticsStore;
import social.roost.analytics.Measure;
import social.roost.analytics.Tally;
import social.roost.base.Ids;
import social.roost.base.UnavailableException;
import social.roost.graph.postgres.GraphSlots;

/** Analytics on the shards of the graph: everything about a tweet is on the shard of the tweet's id. */
public final class ShardedAnalyticsStore implements AnalyticsStore {
    private final List<? extends AnalyticsStore> shards;
    private final GraphSlots slots;

    /** @param shards one for each database, in the order of the graph's */
    public ShardedAnalyticsStore(List<? extends AnalyticsStore> shards, GraphSlots slots) {
        this.shards = shards;
        this.slots = slots;
    }

    @Override
    public void report(Report report, long now) {
        Map<Integer, List<Seen>> byShard =
                report.items().stream().collect(Collectors.groupingBy(item -> slots.shard(item.tweetId())));
        onEach(
                List.copyOf(byShard.keySet()),
                shard -> shards.get(shard)
                        .report(
                                new Report(report.viewerId(), report.key(), byShard.getOrDefault(shard, List.of())),
                                now));
    }

    @Override
    public void engage(long viewerId, Seen engagement) {
        of(engagement.tweetId()).engage(viewerId, engagement);
    }

    @Override
    public void withdraw(long viewerId, long tweetId, Measure measure, long reference, long now) {
        of(tweetId).withdraw(viewerId, tweetId, measure, reference, now);
    }

    @Override
    public List<Engaged> engagedTweets(long viewerId, long authorId, Measure measure, long since) {
        return shards.stream()
                .flatMap(shard -> shard.engagedTweets(viewerId, authorId, measure, since).stream())
                .sorted(Comparator.comparingLong(Engaged::lastAt).reversed())
                .toList();
    }

    @Override
    public void removeViewer(long viewerId, long now) {
        onEach(all(), shard -> shards.get(shard).removeViewer(viewerId, now));
    }

    @Override
    public SortedMap<Long, Tally> hoursOfTweet(long tweetId) {
        return of(tweetId).hoursOfTweet(tweetId);
    }

    @Override
    public SortedMap<Long, Tally> daysOfAuthor(long authorId, long since) {
        SortedMap<Long, Tally> days = new TreeMap<>();
        shards.forEach(shard -> shard.daysOfAuthor(authorId, since)
                .forEach((day, tally) ->
                        days.computeIfAbsent(day, _ -> new Tally()).add(tally)));
        return days;
    }

    @Override
    public Map<Long, Tally> totals(long[] tweetIds) {
        Map<Long, Tally> totals = HashMap.newHashMap(tweetIds.length);
        LongStream.of(tweetIds)
                .boxed()
                .collect(Collectors.groupingBy(slots::shard))
                .forEach((shard, ids) -> totals.putAll(shards.get(shard).totals(Ids.of(ids, id -> id))));
        return totals;
    }

    @Override
    public Map<Long, Tally> totalsOfAuthors(long[] authorIds, long since) {
        Map<Long, Tally> totals = HashMap.newHashMap(authorIds.length);
        shards.forEach(shard -> shard.totalsOfAuthors(authorIds, since)
                .forEach((author, tally) ->
                        totals.computeIfAbsent(author, _ -> new Tally()).add(tally)));
        return totals;
    }

    @Override
    public void tidy(long now) {
        onEach(all(), shard -> shards.get(shard).tidy(now));
    }

    private List<Integer> all() {
        return IntStream.range(0, shards.size()).boxed().toList();
    }

    private AnalyticsStore of(long tweetId) {
        return shards.get(slots.shard(tweetId));
    }

    /** One after another; an outage of one does not stop the others. */
    private static void onEach(List<Integer> shards, Consumer<Integer> action) {
        UnavailableException outage = null;
        for (int shard : shards) {
            try {
                action.accept(shard);
            } catch (UnavailableException e) {
                outage = e;
            }
        }
        if (outage != null) {
            throw outage;
        }
    }
}

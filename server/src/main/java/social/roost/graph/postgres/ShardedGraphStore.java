package social.roost.graph.postgres;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Scan;
import social.roost.base.trace.Activity;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.Database.Work;
import social.roost.event.Outbox;
import social.roost.event.Relay;
import social.roost.graph.Fame;
import social.roost.graph.GraphStore;

/**
 * The graph on several databases. Each user's edges in both directions and their counts are on the user's shard ({@link
 * GraphSlots}), so an edge between users of two shards has a side on each.
 *
 * <p>There is no transaction over both. The follower's side is authoritative: it is committed together with a row of
 * {@code edge_change}, which makes the change durable. Then the followee's side is applied, which may happen late,
 * repeatedly or out of order ({@link FollowerTable}): immediately, or, if that shard is down or this process ends in
 * between, by the next sweep of {@link #outboxes}. Only then is the event published, and finally the row removed. If
 * both users are on one shard, all of it is one transaction.
 *
 * <p>While a shard is down, its users' lists and counts, and whom they follow, are unavailable. Those of other users
 * are available, and other users can also follow its users.
 */
public final class ShardedGraphStore implements GraphStore {
    private final GraphShards shards;
    private final List<EdgeOutbox> changes;
    private final EdgeWriter writer;
    private final EndedEdges ended;

    public ShardedGraphStore(List<? extends Database> databases, GraphSlots slots, Relay relay, Fame fame) {
        List<GraphShard> all = IntStream.range(0, databases.size())
                .mapToObj(number -> new GraphShard(number, databases.get(number), relay, fame))
                .toList();
        shards = new GraphShards(all, slots);
        changes = all.stream().map(shard -> new EdgeOutbox(shard, shards)).toList();
        writer = new EdgeWriter(shards, changes, relay);
        ended = new EndedEdges(shards);
    }

    /** Where the relay finds what was left behind. Reading them also delivers changes to the followees' shards. */
    public List<Outbox<Long>> outboxes() {
        return Stream.<Outbox<Long>>concat(
                        changes.stream(), shards.all().stream().map(GraphShard::outbox))
                .toList();
    }

    /** Removes records of edges that were removed long ago; called periodically. */
    public void removeEnded() {
        ended.remove();
    }

    @Override
    public boolean follow(long followerId, long followeeId, long now) {
        return writer.follow(new Follow(followerId, followeeId), now);
    }

    @Override
    public boolean unfollow(long followerId, long followeeId) {
        return writer.unfollow(new Follow(followerId, followeeId));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Durable in parts: if it fails, some edges may have been added; it can be repeated.
     */
    @Override
    public int followAll(List<Follow> follows, long now) {
        return writer.followAll(follows, now);
    }

    @Override
    public boolean follows(long followerId, long followeeId) {
        return read(followerId, handle -> EdgeReads.follows(handle, followerId, followeeId));
    }

    @Override
    public long[] followersAmong(long userId, long[] candidates) {
        return read(userId, handle -> EdgeReads.followersAmong(handle, userId, candidates));
    }

    @Override
    public long[] followees(long userId) {
        return read(userId, handle -> EdgeReads.followees(handle, userId));
    }

    @Override
    public Map<Long, long[]> newestFollowees(long[] userIds, int limit) {
        return byShard(userIds, (handle, ids) -> EdgeReads.newestFollowees(handle, ids, limit));
    }

    @Override
    public long[] followers(long userId) {
        return read(userId, handle -> EdgeReads.followers(handle, userId));
    }

    @Override
    public long[] followers(long userId, long after, long last, int limit) {
        return read(userId, handle -> EdgeReads.followers(handle, userId, after, last, limit));
    }

    @Override
    public List<Edge> listFollowing(long userId, @Nullable Edge before, int limit) {
        return read(userId, handle -> EdgeReads.listFollowing(handle, userId, before, limit));
    }

    @Override
    public List<Edge> listFollowers(long userId, @Nullable Edge before, int limit) {
        return read(userId, handle -> EdgeReads.listFollowers(handle, userId, before, limit));
    }

    @Override
    public Map<Long, Counts> counts(long[] userIds) {
        return byShard(userIds, EdgeReads::counts);
    }

    @Override
    public boolean isFamous(long userId) {
        return read(userId, handle -> EdgeReads.isFamous(handle, userId));
    }

    @Override
    public long[] famous() {
        return fromEach(shards.all(), shard -> shard.database().read(EdgeReads::famous)).stream()
                .flatMapToLong(LongStream::of)
                .sorted()
                .toArray();
    }

    @Override
    public void applyThresholds() {
        shards.all().forEach(GraphShard::applyThresholds);
    }

    /**
     * {@inheritDoc}
     *
     * <p>One shard after another. A position is the shard's number and the last edge there. No slot may move to another shard
     * while a scan is under way.
     */
    @Override
    public Scan.Part<Follow> scan(String after, int limit) {
        int colon = after.indexOf(':');
        int shard = colon < 0 ? 0 : Integer.parseInt(after.substring(0, colon));
        Follow last = Follow.at(after.substring(colon + 1));
        List<Follow> edges = shards.all().get(shard).database().read(handle -> EdgeReads.scan(handle, last, limit));
        Scan.Part<Follow> part = Scan.Part.of(edges, limit, edge -> shard + ":" + edge.position());
        boolean hasOtherShard = part.next() == null && shard + 1 < shards.all().size();
        return hasOtherShard ? new Scan.Part<>(edges, (shard + 1) + ":" + Scan.START) : part;
    }

    /** Queries each shard of these users once. */
    private <T> Map<Long, T> byShard(long[] userIds, BiFunction<Handle, long[], Map<Long, T>> query) {
        Map<GraphShard, List<Long>> byShard = Arrays.stream(userIds).boxed().collect(Collectors.groupingBy(shards::of));
        Map<Long, T> found = HashMap.newHashMap(userIds.length);
        fromEach(byShard.entrySet(), ofShard -> {
                    long[] ids = Ids.of(ofShard.getValue(), id -> id);
                    return ofShard.getKey().database().read(handle -> query.apply(handle, ids));
                })
                .forEach(found::putAll);
        return found;
    }

    private <T> T read(long userId, Work<T> work) {
        return shards.of(userId).database().read(work);
    }

    /** Queries all of them concurrently. */
    private static <S, T> List<T> fromEach(Collection<S> asked, Function<S, T> question) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> answers = asked.stream()
                    .map(one -> CompletableFuture.supplyAsync(Activity.carried(() -> question.apply(one)), executor))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}

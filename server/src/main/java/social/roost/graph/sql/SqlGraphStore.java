package social.roost.graph.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.driver.sql.LongColumn;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.graph.Fame;
import social.roost.graph.GraphStore;

/** The graph in the tables {@code following}, {@code follower} and {@code graph_count}, changed in one transaction. */
public final class SqlGraphStore implements GraphStore {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final Comparator<Follow> BY_FOLLOWER =
            Comparator.comparingLong(Follow::followerId).thenComparingLong(Follow::followeeId);
    private static final Comparator<Follow> BY_FOLLOWEE =
            Comparator.comparingLong(Follow::followeeId).thenComparingLong(Follow::followerId);

    private final Database database;
    private final SqlOutbox outbox;
    private final Fame fame;

    public SqlGraphStore(Database database, SqlOutbox outbox, Fame fame) {
        this.database = database;
        this.outbox = outbox;
        this.fame = fame;
    }

    @Override
    public boolean follow(long followerId, long followeeId, long now) {
        return database.write(handle -> {
            if (!insert(handle, new Follow(followerId, followeeId), now)) {
                return false;
            }
            outbox.append(handle, new Event.Followed(followerId, followeeId));
            count(handle, followerId, 0, 1);
            count(handle, followeeId, 1, 0);
            changeFame(handle, followeeId);
            return true;
        });
    }

    @Override
    public boolean unfollow(long followerId, long followeeId) {
        return database.write(handle -> {
            int removed = handle.execute(
                    "DELETE FROM following WHERE user_id = ? AND followee_id = ?", followerId, followeeId);
            if (removed == 0) {
                return false;
            }
            handle.execute("DELETE FROM follower WHERE user_id = ? AND follower_id = ?", followeeId, followerId);
            outbox.append(handle, new Event.Unfollowed(followerId, followeeId));
            count(handle, followerId, 0, -1);
            count(handle, followeeId, -1, 0);
            changeFame(handle, followeeId);
            return true;
        });
    }

    /** Each table is written in the order of its keys: rows in random order cost several times as much. */
    @Override
    public int followAll(List<Follow> follows, long now) {
        return database.write(handle -> {
            List<Follow> added = insertAll(
                    handle,
                    "INSERT INTO following (user_id, followee_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    follows.stream().sorted(BY_FOLLOWER).toList(),
                    (row, follow) -> row.bind(0, follow.followerId()).bind(1, follow.followeeId()),
                    now);
            var _ = insertAll(
                    handle,
                    "INSERT INTO follower (user_id, follower_id, created_at) VALUES (?, ?, ?)",
                    added.stream().sorted(BY_FOLLOWEE).toList(),
                    (row, follow) -> row.bind(0, follow.followeeId()).bind(1, follow.followerId()),
                    now);
            countAll(handle, added);
            return added.size();
        });
    }

    /** Returns those that did not exist. */
    private static List<Follow> insertAll(
            Handle handle, String sql, List<Follow> follows, BiConsumer<PreparedBatch, Follow> binder, long now) {
        List<Follow> added = new ArrayList<>(follows.size());
        for (int from = 0; from < follows.size(); from += ROWS_AT_ONCE) {
            List<Follow> part = follows.subList(from, Math.min(follows.size(), from + ROWS_AT_ONCE));
            try (PreparedBatch batch = handle.prepareBatch(sql)) {
                for (Follow follow : part) {
                    binder.accept(batch, follow);
                    batch.bind(2, now).add();
                }
                int[] counts = batch.execute();
                IntStream.range(0, counts.length)
                        .filter(i -> counts[i] == 1)
                        .mapToObj(part::get)
                        .forEach(added::add);
            }
        }
        return added;
    }

    private static void countAll(Handle handle, List<Follow> added) {
        Map<Long, long[]> counts = new TreeMap<>();
        for (Follow follow : added) {
            counts.computeIfAbsent(follow.followeeId(), id -> new long[2])[0]++;
            counts.computeIfAbsent(follow.followerId(), id -> new long[2])[1]++;
        }
        counts.forEach((id, more) -> count(handle, id, more[0], more[1]));
    }

    @Override
    public boolean follows(long followerId, long followeeId) {
        return database.read(
                handle -> handle.createQuery("SELECT 1 FROM following WHERE user_id = ? AND followee_id = ?")
                        .bind(0, followerId)
                        .bind(1, followeeId)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    @Override
    public Scan.Part<Follow> scan(String after, int limit) {
        Follow last = Follow.at(after);
        return database.read(handle -> Scan.Part.of(
                handle.createQuery("""
                        SELECT user_id, followee_id FROM following
                        WHERE (user_id, followee_id) > (?, ?) ORDER BY user_id, followee_id LIMIT ?""")
                        .bind(0, last.followerId())
                        .bind(1, last.followeeId())
                        .bind(2, limit)
                        .map((row, _) -> new Follow(row.getLong(1), row.getLong(2)))
                        .list(),
                limit,
                Follow::position));
    }

    @Override
    public long[] followersAmong(long userId, long[] candidates) {
        LongStream.Builder found = LongStream.builder();
        database.read(handle -> {
            IdBatches.forEach(
                    candidates,
                    batch -> handle.createQuery(
                                    "SELECT follower_id FROM follower WHERE user_id = :user AND follower_id IN (<ids>)")
                            .bind("user", userId)
                            .bindList("ids", batch)
                            .mapTo(Long.class)
                            .forEach(found::add));
            return null;
        });
        return found.build().sorted().toArray();
    }

    @Override
    public long[] followees(long userId) {
        return ids("SELECT followee_id FROM following WHERE user_id = ? ORDER BY followee_id", userId);
    }

    @Override
    public Map<Long, long[]> newestFollowees(long[] userIds, int limit) {
        Map<Long, long[]> found = HashMap.newHashMap(userIds.length);
        database.read(handle -> {
            for (long userId : userIds) {
                found.put(
                        userId,
                        LongColumn.read(handle.createQuery("""
                                SELECT followee_id FROM following WHERE user_id = ?
                                ORDER BY created_at DESC, followee_id DESC LIMIT ?""").bind(0, userId).bind(1, limit)));
            }
            return null;
        });
        return found;
    }

    @Override
    public long[] followers(long userId) {
        return ids("SELECT follower_id FROM follower WHERE user_id = ? ORDER BY follower_id", userId);
    }

    @Override
    public long[] followers(long userId, long after, long last, int limit) {
        return database.read(handle -> LongColumn.read(handle.createQuery("""
                        SELECT follower_id FROM follower
                        WHERE user_id = :user AND follower_id > :after AND follower_id <= :last
                        ORDER BY follower_id LIMIT :limit""")
                .bind("user", userId)
                .bind("after", after)
                .bind("last", last)
                .bind("limit", limit)));
    }

    @Override
    public List<Edge> listFollowing(long userId, @Nullable Edge before, int limit) {
        return list("following", "followee_id", userId, before, limit);
    }

    @Override
    public List<Edge> listFollowers(long userId, @Nullable Edge before, int limit) {
        return list("follower", "follower_id", userId, before, limit);
    }

    @Override
    public Map<Long, Counts> counts(long[] userIds) {
        Map<Long, Counts> found = HashMap.newHashMap(userIds.length);
        database.read(handle -> {
            IdBatches.forEach(
                    userIds,
                    batch -> handle.createQuery(
                                    "SELECT user_id, followers, following FROM graph_count WHERE user_id IN (<ids>)")
                            .bindList("ids", batch)
                            .map((row, context) ->
                                    found.put(row.getLong(1), new Counts(row.getLong(2), row.getLong(3))))
                            .list());
            return null;
        });
        return found;
    }

    @Override
    public boolean isFamous(long userId) {
        return database.read(handle -> handle.createQuery("SELECT famous FROM graph_count WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(Integer.class)
                .findOne()
                .filter(famous -> famous == 1)
                .isPresent());
    }

    @Override
    public long[] famous() {
        return database.read(handle -> LongColumn.read(
                handle.createQuery("SELECT user_id FROM graph_count WHERE famous = 1 ORDER BY user_id")));
    }

    @Override
    public void applyThresholds() {
        long[] wrong = database.read(handle -> LongColumn.read(
                handle.createQuery("""
                        SELECT user_id FROM graph_count
                        WHERE (famous = 0 AND followers >= :gained) OR (famous = 1 AND followers <= :lost)
                        """).bind("gained", fame.gainedAt()).bind("lost", fame.effectiveLostAt())));
        for (long userId : wrong) {
            database.write(handle -> {
                changeFame(handle, userId);
                return null;
            });
        }
    }

    private static boolean insert(Handle handle, Follow follow, long now) {
        int inserted = handle.execute(
                "INSERT INTO following (user_id, followee_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                follow.followerId(),
                follow.followeeId(),
                now);
        if (inserted == 1) {
            handle.execute(
                    "INSERT INTO follower (user_id, follower_id, created_at) VALUES (?, ?, ?)",
                    follow.followeeId(),
                    follow.followerId(),
                    now);
        }
        return inserted == 1;
    }

    private static void count(Handle handle, long userId, long followers, long following) {
        handle.execute("""
                INSERT INTO graph_count (user_id, followers, following, famous) VALUES (?, ?, ?, 0)
                ON CONFLICT (user_id) DO UPDATE SET followers = graph_count.followers + excluded.followers,
                    following = graph_count.following + excluded.following""", userId, followers, following);
    }

    private void changeFame(Handle handle, long userId) {
        int gained = handle.execute(
                "UPDATE graph_count SET famous = 1 WHERE user_id = ? AND famous = 0 AND followers >= ?",
                userId,
                fame.gainedAt());
        if (gained == 1) {
            outbox.append(handle, new Event.FameGained(userId));
        }
        int lost = handle.execute(
                "UPDATE graph_count SET famous = 0 WHERE user_id = ? AND famous = 1 AND followers <= ?",
                userId,
                fame.effectiveLostAt());
        if (lost == 1) {
            outbox.append(handle, new Event.FameLost(userId));
        }
    }

    private List<Edge> list(String table, String other, long userId, @Nullable Edge before, int limit) {
        Edge from = before == null ? new Edge(Long.MAX_VALUE, Long.MAX_VALUE) : before;
        return database.read(handle -> handle.createQuery("""
                        SELECT <other> AS other, created_at FROM <table>
                        WHERE user_id = :user AND (created_at, <other>) < (:createdAt, :otherId)
                        ORDER BY created_at DESC, <other> DESC LIMIT :limit""")
                .define("table", table)
                .define("other", other)
                .bind("user", userId)
                .bind("createdAt", from.createdAt())
                .bind("otherId", from.userId())
                .bind("limit", limit)
                .map((row, context) -> new Edge(row.getLong("other"), row.getLong("created_at")))
                .list());
    }

    private long[] ids(String sql, long userId) {
        return database.read(handle -> LongColumn.read(handle.createQuery(sql).bind(0, userId)));
    }
}

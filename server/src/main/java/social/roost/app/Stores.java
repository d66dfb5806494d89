package social.roost.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.base.Lifecycle;
import social.roost.base.NodeLease;
import social.roost.base.trace.Tracer;
import social.roost.driver.sqlite.SqliteDatabase;
import social.roost.driver.sqlite.SqliteSettings;
import social.roost.event.EventConsumer;
import social.roost.event.EventLog;
import social.roost.event.OwnWrites;
import social.roost.event.sql.SqlEventLog;
import social.roost.event.sql.SqlEventLogSettings;
import social.roost.graph.BlockStore;
import social.roost.graph.GraphStore;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.graph.sql.SqlGraphStore;
import social.roost.http.HealthRoutes.Dependency;
import social.roost.http.RateLimits;
import social.roost.http.memory.MemoryRateLimits;
import social.roost.live.PresenceStore;
import social.roost.live.memory.MemoryPresenceStore;
import social.roost.notification.NotificationLimits;
import social.roost.notification.NotificationStore;
import social.roost.notification.sql.SqlNotificationStore;
import social.roost.timeline.TimelineStore;
import social.roost.timeline.memory.MemoryTimelineStore;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.TweetStore;
import social.roost.tweet.sql.SqlEngagementStore;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.user.FailedLogIns;
import social.roost.user.SessionStore;
import social.roost.user.TicketStore;
import social.roost.user.UserStore;
import social.roost.user.memory.MemoryFailedLogIns;
import social.roost.user.memory.MemoryTicketStore;
import social.roost.user.sql.SqlSessionStore;
import social.roost.user.sql.SqlUserStore;

/**
 * Answers the question "which stores?": every port with the adapter that serves it. Nothing else in the program knows which
 * they are.
 *
 * @param shared null where no other process uses these stores
 * @param node what this process makes ids with
 * @param tracer goes on with the traces of the events that are consumed
 * @param drivers what is called behind the adapters
 * @param dependencies how the servers behind the adapters are doing
 * @param writable whether this process can store anything
 * @param chores what the adapters want done now and then
 * @param opened what is to be closed
 */
record Stores(
        UserStore users,
        SessionStore sessions,
        TicketStore tickets,
        FailedLogIns failedLogIns,
        PresenceStore presence,
        GraphStore graph,
        BlockStore blocks,
        TweetStore tweets,
        EngagementStore engagements,
        NotificationStore notifications,
        TimelineStore timelines,
        RateLimits rates,
        EventLog events,
        @Nullable Shared shared,
        NodeLease node,
        Tracer tracer,
        Drivers drivers,
        Supplier<List<Dependency>> dependencies,
        BooleanSupplier writable,
        List<Chore> chores,
        Lifecycle opened)
        implements AutoCloseable {

    static Stores open(Config config, InstantSource clock) {
        return switch (config.stores()) {
            case EMBEDDED -> embedded(config, clock);
            case CLUSTER -> ClusterStores.open(config, clock);
        };
    }

    /** Everything in one SQLite file and in the memory of this process. */
    static Stores embedded(Config config, InstantSource clock) {
        Lifecycle opened = new Lifecycle();
        try {
            return embedded(config, clock, opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static Stores embedded(Config config, InstantSource clock, Lifecycle opened) {
        Tracer tracer = opened.add(Traces.tracer(config));
        DataFolder folder = opened.add(DataFolder.open(config.data()));
        SqliteDatabase database = opened.add(database(folder.database()));
        SqlEventLog events = opened.add(new SqlEventLog(database, SqlEventLogSettings.defaults(), tracer));
        MemoryTimelineStore timelines = new MemoryTimelineStore(
                config.timelines().maximumEntries(),
                config.timelines().activeTime(),
                config.memory().bytes(config.memory().timelines()),
                clock);
        SqlUserStore users = new SqlUserStore(database, events);
        SqlTweetStore tweets = new SqlTweetStore(database, events);
        return new Stores(
                users,
                new SqlSessionStore(database, events),
                new MemoryTicketStore(),
                new MemoryFailedLogIns(System::nanoTime),
                new MemoryPresenceStore(config.timelines().activeTime(), clock),
                new SqlGraphStore(database, events, config.fame()),
                new SqlBlockStore(database, events),
                tweets,
                new SqlEngagementStore(database, events),
                new SqlNotificationStore(database, NotificationLimits.defaults()),
                timelines,
                new MemoryRateLimits(System::nanoTime),
                events,
                null,
                NodeLease.fixed(config.node(), Math.max(users.greatestId(), tweets.greatestId())),
                tracer,
                new Drivers(
                        List.of(database.calls()),
                        List.of(),
                        List.of(database.pool()),
                        Map.of("SQLite", database::waitingWrites)),
                List::of,
                database::isWritable,
                List.of(
                        new Chore(Duration.ofSeconds(2), database::lookAtDisk),
                        new Chore(
                                Duration.ofMinutes(10),
                                () -> tweets.forgetKeys(clock.millis() - IdempotencyKey.LIFETIME.toMillis())),
                        new Chore(Duration.ofSeconds(1), timelines::evict),
                        new Chore(Duration.ofMinutes(1), timelines::expire)),
                opened);
    }

    /** Whatever fails here, a damaged file or a full disk, is for the operator to see to. */
    private static SqliteDatabase database(Path file) {
        try {
            return SqliteDatabase.open(file, SqliteSettings.defaults());
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String reason = String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
            throw new StartupException("The database " + file + " cannot be opened: " + reason, e);
        }
    }

    /**
     * What keeps processes in step that use the same stores.
     *
     * @param ownWrites what each user did a moment ago
     * @param caches brings the caches that all processes share up to date, before what a process has in memory
     * @param counts brings the counts of tweets after what is counted
     */
    record Shared(OwnWrites ownWrites, EventConsumer caches, EventConsumer counts) {}

    @Override
    public void close() {
        opened.close();
    }
}

package social.roost.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.analytics.sql.SqlAnalyticsStore;
import social.roost.base.Lifecycle;
import social.roost.base.NodeLease;
import social.roost.base.trace.Tracer;
import social.roost.draft.sql.SqlSavedDraftStore;
import social.roost.draft.sql.SqlScheduledTweetStore;
import social.roost.driver.s3.S3Bucket;
import social.roost.driver.sql.Metadata;
import social.roost.driver.sqlite.SqliteDatabase;
import social.roost.driver.sqlite.SqliteSettings;
import social.roost.event.sql.SqlBackfillStore;
import social.roost.event.sql.SqlEventLog;
import social.roost.event.sql.SqlEventLogSettings;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.graph.sql.SqlDismissalStore;
import social.roost.graph.sql.SqlGraphStore;
import social.roost.http.HealthRoutes.Dependency;
import social.roost.http.memory.MemoryRateLimits;
import social.roost.link.sql.SqlLinkCardStore;
import social.roost.list.sql.SqlListStore;
import social.roost.live.memory.MemoryPresenceStore;
import social.roost.mail.sql.SqlMailStore;
import social.roost.media.FileNaming;
import social.roost.media.MediaProcessing;
import social.roost.media.UploadSignature;
import social.roost.media.folder.FolderObjectStorage;
import social.roost.media.process.WorkerMediaProcessing;
import social.roost.media.s3.S3ObjectStorage;
import social.roost.media.sql.SqlMediaStore;
import social.roost.message.memory.MemoryTypingSignals;
import social.roost.message.sql.SqlContactStore;
import social.roost.message.sql.SqlConversationStore;
import social.roost.message.sql.SqlMessageStore;
import social.roost.moderation.sql.SqlAccountNoticeStore;
import social.roost.moderation.sql.SqlAuditLog;
import social.roost.moderation.sql.SqlCaseStore;
import social.roost.moderation.sql.SqlReportStore;
import social.roost.mute.CachedConversationMutes;
import social.roost.mute.sql.SqlConversationMuteStore;
import social.roost.mute.sql.SqlMutedWordStore;
import social.roost.notification.NotificationLimits;
import social.roost.notification.sql.SqlNotificationStore;
import social.roost.push.sql.SqlPushStore;
import social.roost.ranking.CachedSignals;
import social.roost.ranking.memory.MemoryFrozenOrders;
import social.roost.ranking.memory.MemorySeenTweets;
import social.roost.ranking.sql.SqlSignalStore;
import social.roost.search.lucene.LuceneTweetIndexes;
import social.roost.search.names.sql.SqlHashtagStore;
import social.roost.search.names.sql.SqlUserNameStore;
import social.roost.timeline.memory.MemoryTimelineStore;
import social.roost.trend.TrendDetector;
import social.roost.trend.TrendFeed;
import social.roost.trend.memory.DetectedTrends;
import social.roost.trend.sql.SqlHiddenTopicStore;
import social.roost.trend.sql.SqlTrendChoiceStore;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.sql.SqlEngagementStore;
import social.roost.tweet.sql.SqlHiddenReplyStore;
import social.roost.tweet.sql.SqlPinStore;
import social.roost.tweet.sql.SqlPollStore;
import social.roost.tweet.sql.SqlRecentTweetStore;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.user.memory.MemoryFailedLogIns;
import social.roost.user.memory.MemoryTicketStore;
import social.roost.user.sql.SqlEmailStore;
import social.roost.user.sql.SqlInvitationStore;
import social.roost.user.sql.SqlModeratorStore;
import social.roost.user.sql.SqlPasswordResetStore;
import social.roost.user.sql.SqlSecondFactorStore;
import social.roost.user.sql.SqlSessionStore;
import social.roost.user.sql.SqlUserStore;

/** The stores of a single process: one SQLite file, and memory for what may be lost. */
final class EmbeddedStores {
    private static final int SECRET_BYTES = 32;
    private static final long SEEN_BYTES = 16 << 20;
    private static final long ORDER_BYTES = 32 << 20;

    private EmbeddedStores() {}

    /** @throws StartupException if the data folder or the database cannot be used */
    static Stores open(Config config, InstantSource clock) {
        Lifecycle opened = new Lifecycle();
        try {
            return open(config, clock, opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static Stores open(Config config, InstantSource clock, Lifecycle opened) {
        Tracer tracer = opened.add(Traces.tracer(config));
        DataFolder folder = opened.add(DataFolder.open(config.data()));
        SqliteDatabase database = opened.add(database(folder.database()));
        SqlEventLog events = opened.add(new SqlEventLog(database, SqlEventLogSettings.defaults(), tracer));
        SqlUserStore users = new SqlUserStore(database, events);
        SqlTweetStore tweets = new SqlTweetStore(database, events);
        MemoryTimelineStore timelines = timelines(config, clock);
        DetectedTrends trends = new DetectedTrends(new TrendDetector(TrendFeed.completeSince(users, clock)), clock);
        LuceneTweetIndexes search = opened.add(new LuceneTweetIndexes(folder.search()));
        MailServers mail = MailServers.open(config, clock, opened);
        long latestId = Math.max(users.greatestId(), tweets.greatestId());
        IdEpoch.require(database, latestId == 0, "the data folder " + config.data());
        NodeLease node = NodeLease.fixed(config.node(), latestId);
        return new Stores(
                new Stores.OfUsers(
                        users,
                        new SqlSessionStore(database, events),
                        new MemoryTicketStore(),
                        new MemoryFailedLogIns(System::nanoTime),
                        new SqlSecondFactorStore(database),
                        new SqlUserNameStore(database),
                        new SqlModeratorStore(database),
                        new SqlInvitationStore(database)),
                new Stores.OfGraph(
                        new SqlGraphStore(database, events, config.fame()),
                        new SqlBlockStore(database, events),
                        new SqlDismissalStore(database),
                        new SqlMutedWordStore(database, events),
                        new CachedConversationMutes(new SqlConversationMuteStore(database)),
                        new SqlListStore(database, events)),
                new Stores.OfTweets(
                        tweets,
                        new SqlEngagementStore(database, events),
                        new SqlRecentTweetStore(database),
                        new SqlLinkCardStore(database),
                        new SqlHashtagStore(database),
                        new SqlHiddenReplyStore(database),
                        new SqlPollStore(database),
                        new SqlPinStore(database)),
                new Stores.OfDrafts(new SqlScheduledTweetStore(database), new SqlSavedDraftStore(database)),
                media(config, folder, database, events, clock, opened),
                timelines,
                search,
                new SqlAnalyticsStore(database),
                new Stores.OfTrends(
                        new SqlTrendChoiceStore(database),
                        new SqlHiddenTopicStore(database),
                        trends,
                        trends,
                        (after, limit) -> tweets.scan(Long.toString(after), limit)),
                new SqlNotificationStore(database, NotificationLimits.defaults()),
                new Stores.OfMessages(
                        new SqlConversationStore(database, events, clock),
                        new SqlMessageStore(database, events),
                        new SqlContactStore(database),
                        new MemoryTypingSignals()),
                new Stores.OfPush(new SqlPushStore(database), secret(database, "push-secret")),
                new Stores.OfRanking(
                        new CachedSignals(new SqlSignalStore(database), Duration.ofHours(1)),
                        new MemorySeenTweets(SEEN_BYTES),
                        new MemoryFrozenOrders(ORDER_BYTES)),
                mail(database, mail),
                new Stores.OfModeration(
                        new SqlReportStore(database),
                        new SqlCaseStore(database),
                        new SqlAccountNoticeStore(database),
                        new SqlAuditLog(database)),
                new MemoryPresenceStore(config.timelines().activeTime(), clock),
                new MemoryRateLimits(System::nanoTime),
                new Infrastructure(
                        events, new SqlBackfillStore(database), null, Infrastructure.ids(node, clock), tracer, clock),
                new StoreUpkeep(
                        drivers(database, mail),
                        () -> List.of(new Dependency("search index", null, search.isFailing() ? "open" : "closed")),
                        database::isWritable,
                        tasks(database, tweets, timelines, clock)),
                opened);
    }

    private static Stores.OfMail mail(SqliteDatabase database, @Nullable MailServers servers) {
        return new Stores.OfMail(
                new SqlMailStore(database),
                new SqlEmailStore(database),
                new SqlPasswordResetStore(database),
                servers == null ? null : servers.transport());
    }

    private static Stores.OfMedia media(
            Config config,
            DataFolder folder,
            SqliteDatabase database,
            SqlEventLog events,
            InstantSource clock,
            Lifecycle opened) {
        byte[] secret = secret(database, "media-secret");
        FileNaming naming = new FileNaming(() -> secret, folder.mediaWork());
        naming.removeLeftovers();
        MediaProcessing processing = opened.add(new WorkerMediaProcessing(
                config.media().limits(), config.media().processing()));
        SqlMediaStore rows = new SqlMediaStore(database, events);
        if (config.s3().isUsed()) {
            S3Bucket bucket = opened.add(S3Bucket.open(config.s3(), config.calls()));
            return new Stores.OfMedia(rows, new S3ObjectStorage(bucket, clock), null, processing, naming);
        }
        FolderObjectStorage objects = new FolderObjectStorage(folder.media(), new UploadSignature(naming.secret()));
        return new Stores.OfMedia(rows, objects, objects, processing, naming);
    }

    /** Made once, so that what depends on it outlives this process. */
    private static byte[] secret(SqliteDatabase database, String name) {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        Metadata.setIfAbsent(database, name, HexFormat.of().formatHex(bytes));
        return HexFormat.of().parseHex(Metadata.find(database, name).orElseThrow());
    }

    private static MemoryTimelineStore timelines(Config config, InstantSource clock) {
        return new MemoryTimelineStore(
                config.timelines().maximumEntries(),
                config.timelines().activeTime(),
                config.memory().bytes(config.memory().timelines()),
                clock);
    }

    private static Drivers drivers(SqliteDatabase database, @Nullable MailServers mail) {
        return new Drivers(
                mail == null
                        ? List.of(database.calls())
                        : List.of(database.calls(), mail.guard().calls()),
                mail == null ? List.of() : List.of(mail.guard()),
                List.of(database.pool()),
                Map.of("SQLite", database::waitingWrites));
    }

    private static List<ScheduledTask> tasks(
            SqliteDatabase database, SqlTweetStore tweets, MemoryTimelineStore timelines, InstantSource clock) {
        return List.of(
                new ScheduledTask(Duration.ofSeconds(2), database::lookAtDisk),
                new ScheduledTask(
                        Duration.ofMinutes(10),
                        () -> tweets.forgetKeys(clock.millis() - IdempotencyKey.LIFETIME.toMillis())),
                new ScheduledTask(Duration.ofSeconds(1), timelines::evict),
                new ScheduledTask(Duration.ofMinutes(1), timelines::expire));
    }

    /** Whatever fails here, such as a damaged file or a full disk, must be fixed by the operator. */
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
}

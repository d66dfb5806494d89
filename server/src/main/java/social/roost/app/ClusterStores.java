package social.roost.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.analytics.postgres.ShardedAnalyticsStore;
import social.roost.analytics.sql.SqlAnalyticsStore;
import social.roost.base.Lifecycle;
import social.roost.base.NodeLease;
import social.roost.base.UnavailableException;
import social.roost.base.trace.Tracer;
import social.roost.draft.sql.SqlSavedDraftStore;
import social.roost.draft.sql.SqlScheduledTweetStore;
import social.roost.driver.Guard;
import social.roost.driver.PemFiles;
import social.roost.driver.StoreTls;
import social.roost.driver.UnusableStoreException;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.kafka.KafkaClient;
import social.roost.driver.opensearch.OpenSearchCluster;
import social.roost.driver.postgres.PostgresDatabase;
import social.roost.driver.postgres.PostgresNodeLease;
import social.roost.driver.postgres.SharedSecret;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.Seal;
import social.roost.driver.s3.S3Bucket;
import social.roost.event.DeliverySettings;
import social.roost.event.EventConsumer;
import social.roost.event.Outbox;
import social.roost.event.OutboxRelay;
import social.roost.event.kafka.KafkaEventLog;
import social.roost.event.postgres.PostgresOutbox;
import social.roost.event.redis.RedisOwnWrites;
import social.roost.event.redis.RedisSweepTurn;
import social.roost.event.sql.SqlBackfillStore;
import social.roost.graph.postgres.GraphSlots;
import social.roost.graph.postgres.ShardedGraphStore;
import social.roost.graph.redis.CachedBlockStore;
import social.roost.graph.redis.CachedGraphStore;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.graph.sql.SqlDismissalStore;
import social.roost.http.HealthRoutes.Dependency;
import social.roost.http.redis.RedisRateLimits;
import social.roost.link.cassandra.CassandraLinkCardStore;
import social.roost.link.cassandra.LinkTables;
import social.roost.list.redis.CachedListStore;
import social.roost.list.sql.SqlListStore;
import social.roost.live.redis.RedisPresenceStore;
import social.roost.mail.sql.SqlMailStore;
import social.roost.media.FileNaming;
import social.roost.media.MediaStore;
import social.roost.media.cassandra.CassandraMediaStore;
import social.roost.media.cassandra.MediaTables;
import social.roost.media.process.WorkerMediaProcessing;
import social.roost.media.s3.S3ObjectStorage;
import social.roost.message.cassandra.CassandraMessages;
import social.roost.message.cassandra.MessageTables;
import social.roost.message.redis.RedisTypingSignals;
import social.roost.moderation.sql.SqlAccountNoticeStore;
import social.roost.moderation.sql.SqlAuditLog;
import social.roost.moderation.sql.SqlCaseStore;
import social.roost.moderation.sql.SqlReportStore;
import social.roost.mute.CachedConversationMutes;
import social.roost.mute.redis.CachedMutedWordStore;
import social.roost.mute.sql.SqlConversationMuteStore;
import social.roost.mute.sql.SqlMutedWordStore;
import social.roost.notification.NotificationLimits;
import social.roost.notification.cassandra.CassandraNotificationStore;
import social.roost.notification.cassandra.NotificationTables;
import social.roost.push.sql.SqlPushStore;
import social.roost.ranking.CachedSignals;
import social.roost.ranking.postgres.ShardedSignalStore;
import social.roost.ranking.redis.RedisFrozenOrders;
import social.roost.ranking.redis.RedisSeenTweets;
import social.roost.ranking.sql.SqlSignalStore;
import social.roost.search.TweetIndexes;
import social.roost.search.names.sql.SqlHashtagStore;
import social.roost.search.names.sql.SqlUserNameStore;
import social.roost.search.opensearch.OpenSearchTweetIndexes;
import social.roost.timeline.redis.CompactEncoding;
import social.roost.timeline.redis.RedisTimelineStore;
import social.roost.trend.TrendBoard;
import social.roost.trend.kafka.KafkaObservations;
import social.roost.trend.redis.RedisTrends;
import social.roost.trend.sql.SqlHiddenTopicStore;
import social.roost.trend.sql.SqlTrendChoiceStore;
import social.roost.tweet.cassandra.CassandraEngagementStore;
import social.roost.tweet.cassandra.CassandraTweetStore;
import social.roost.tweet.cassandra.TweetTables;
import social.roost.tweet.kafka.KafkaRecentTweetStore;
import social.roost.tweet.sql.SqlHiddenReplyStore;
import social.roost.tweet.sql.SqlPinStore;
import social.roost.tweet.sql.SqlPollStore;
import social.roost.user.redis.CachedSessionStore;
import social.roost.user.redis.CachedUserStore;
import social.roost.user.redis.RedisFailedLogIns;
import social.roost.user.redis.RedisTicketStore;
import social.roost.user.sql.SqlEmailStore;
import social.roost.user.sql.SqlInvitationStore;
import social.roost.user.sql.SqlModeratorStore;
import social.roost.user.sql.SqlPasswordResetStore;
import social.roost.user.sql.SqlSecondFactorStore;
import social.roost.user.sql.SqlSessionStore;
import social.roost.user.sql.SqlUserStore;

/** The stores of a cluster, on servers that several processes share: from the first connection to the last adapter. */
final class ClusterStores {
    /** How soon after the start, and after a failure, the list of the newest tweets is filled. */
    private static final Duration FILL_PAUSE = Duration.ofMillis(200);

    private final Config config;
    private final InstantSource clock;
    private final Lifecycle opened;
    private final List<Guard> guards = new ArrayList<>();
    private @Nullable OpenSearchTweetIndexes search;

    private ClusterStores(Config config, InstantSource clock, Lifecycle opened) {
        this.config = config;
        this.clock = clock;
        this.opened = opened;
    }

    /** @throws StartupException if a required server does not respond */
    static Stores open(Config config, InstantSource clock) {
        Lifecycle opened = new Lifecycle();
        try {
            return new ClusterStores(config, clock, opened).open();
        } catch (UnavailableException e) {
            opened.close();
            throw new StartupException(
                    "A store of the cluster does not respond: " + reason(e)
                            + ". Check that it runs at the configured address ('roost config'). 'roost stack start'"
                            + " starts all stores on this machine.",
                    e);
        } catch (UnusableStoreException e) {
            opened.close();
            throw new StartupException("A store of the cluster cannot be used: " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure.getMessage() + (cause.equals(failure) ? "" : " (" + cause.getMessage() + ")");
    }

    /** Runs before anything is opened, because the drivers' messages about these files are less clear. */
    private void checkFiles() {
        Stream.of(
                        config.postgres().tls(),
                        config.cassandra().tls(),
                        config.kafka().tls(),
                        config.redis().tls(),
                        config.opensearch().tls())
                .filter(StoreTls::enabled)
                .forEach(PemFiles::context);
    }

    private Stores open() {
        checkFiles();
        if (!config.s3().isUsed()) {
            throw new StartupException(
                    "s3.endpoint is empty, but a cluster keeps media in an object storage. 'roost stack"
                            + " start' starts one on this machine.");
        }
        Tracer tracer = opened.add(Traces.tracer(config));
        PostgresDatabase accounts = opened.add(PostgresDatabase.openAccounts(config.postgres(), config.calls()));
        List<PostgresDatabase> shards = PostgresDatabase.openShards(config.postgres(), config.calls());
        shards.forEach(opened::add);
        GraphSlots slots = GraphSlots.read(accounts, shards.size());
        CassandraCluster cassandra = opened.add(CassandraCluster.open(
                config.cassandra(),
                config.calls(),
                List.of(
                        TweetTables.PART,
                        NotificationTables.PART,
                        LinkTables.PART,
                        MediaTables.PART,
                        MessageTables.PART)));
        Redis redis = opened.add(new Redis(config.redis(), config.calls()));
        CompactEncoding.check(redis, config.timelines().maximumEntries());
        KafkaClient kafka = opened.add(new KafkaClient(config.kafka(), config.calls()));
        Stream.concat(Stream.of(accounts), shards.stream())
                .map(PostgresDatabase::guard)
                .forEach(guards::add);
        S3Bucket bucket = opened.add(S3Bucket.open(config.s3(), config.calls()));
        guards.addAll(List.of(cassandra.guard(), redis.guard(), kafka.guard(), bucket.guard()));

        KafkaEventLog events = opened.add(new KafkaEventLog(kafka, DeliverySettings.defaults(), tracer));
        RedisOwnWrites ownWrites = new RedisOwnWrites(redis);
        OutboxRelay relay = opened.add(new OutboxRelay(events, ownWrites));
        PostgresOutbox accountEvents = new PostgresOutbox(accounts, relay);
        ShardedGraphStore edges = new ShardedGraphStore(shards, slots, relay, config.fame());
        CassandraTweetStore tweets = new CassandraTweetStore(cassandra, relay, clock);
        CassandraEngagementStore engagements = tweets.engagements();
        CassandraMessages messages = CassandraMessages.in(cassandra, tweets.outbox(), relay, clock);
        List<Outbox<?>> outboxes = new ArrayList<>(edges.outboxes());
        outboxes.addAll(List.of(accountEvents, tweets.outbox()));
        relay.sweep(outboxes, new RedisSweepTurn(redis));

        CachedUserStore users = new CachedUserStore(new SqlUserStore(accounts, accountEvents::append), redis);
        Seal seal = new Seal(SharedSecret.read(accounts, "redis-seal"));
        CachedSessionStore sessions =
                new CachedSessionStore(new SqlSessionStore(accounts, accountEvents::append), redis, seal, clock);
        CachedGraphStore graph = new CachedGraphStore(edges, redis);
        CachedBlockStore blocks = new CachedBlockStore(new SqlBlockStore(accounts, accountEvents::append), redis);
        CachedMutedWordStore mutedWords =
                new CachedMutedWordStore(new SqlMutedWordStore(accounts, accountEvents::append), redis);
        CachedListStore lists = new CachedListStore(new SqlListStore(accounts, accountEvents::append), redis);
        KafkaRecentTweetStore recent = new KafkaRecentTweetStore(events);
        RedisTrends trends = new RedisTrends(redis, clock);
        IdEpoch.require(accounts, users.greatestId() == 0, "this cluster");
        NodeLease node = opened.add(PostgresNodeLease.claim(accounts, clock, () -> {}));
        return new Stores(
                new Stores.OfUsers(
                        users,
                        sessions,
                        new RedisTicketStore(redis, seal),
                        new RedisFailedLogIns(redis),
                        new SqlSecondFactorStore(accounts),
                        new SqlUserNameStore(accounts),
                        new SqlModeratorStore(accounts),
                        new SqlInvitationStore(accounts)),
                new Stores.OfGraph(
                        graph,
                        blocks,
                        new SqlDismissalStore(accounts),
                        mutedWords,
                        new CachedConversationMutes(new SqlConversationMuteStore(accounts)),
                        lists),
                new Stores.OfTweets(
                        tweets,
                        engagements,
                        recent,
                        new CassandraLinkCardStore(cassandra),
                        new SqlHashtagStore(accounts),
                        new SqlHiddenReplyStore(accounts),
                        new SqlPollStore(accounts),
                        new SqlPinStore(accounts)),
                new Stores.OfDrafts(new SqlScheduledTweetStore(accounts), new SqlSavedDraftStore(accounts)),
                media(
                        new CassandraMediaStore(cassandra, event -> events.append(List.of(event))),
                        bucket,
                        accounts,
                        node),
                new RedisTimelineStore(
                        redis,
                        config.timelines().maximumEntries(),
                        config.timelines().activeTime()),
                search(),
                new ShardedAnalyticsStore(
                        shards.stream().map(SqlAnalyticsStore::new).toList(), slots),
                new Stores.OfTrends(
                        new SqlTrendChoiceStore(accounts),
                        new SqlHiddenTopicStore(accounts),
                        trends,
                        new KafkaObservations(kafka),
                        null),
                new CassandraNotificationStore(cassandra, NotificationLimits.defaults()),
                new Stores.OfMessages(
                        messages.conversations(),
                        messages.messages(),
                        messages.contacts(),
                        new RedisTypingSignals(redis)),
                new Stores.OfPush(new SqlPushStore(accounts), SharedSecret.read(accounts, "push")),
                new Stores.OfRanking(
                        new CachedSignals(
                                new ShardedSignalStore(
                                        shards.stream().map(SqlSignalStore::new).toList(), slots),
                                Duration.ofSeconds(30)),
                        new RedisSeenTweets(redis),
                        new RedisFrozenOrders(redis)),
                mail(accounts),
                new Stores.OfModeration(
                        new SqlReportStore(accounts),
                        new SqlCaseStore(accounts),
                        new SqlAccountNoticeStore(accounts),
                        new SqlAuditLog(accounts)),
                new RedisPresenceStore(redis, config.timelines().activeTime()),
                new RedisRateLimits(redis),
                new Infrastructure(
                        events,
                        new SqlBackfillStore(accounts),
                        new Infrastructure.Shared(
                                ownWrites,
                                EventConsumer.all(List.of(users, sessions, graph, blocks, mutedWords, lists)),
                                engagements.counter(events),
                                recent),
                        Infrastructure.ids(node, clock),
                        tracer,
                        clock),
                new StoreUpkeep(
                        new Drivers(
                                guards.stream().map(Guard::calls).toList(),
                                guards,
                                Stream.concat(Stream.of(accounts), shards.stream())
                                        .map(PostgresDatabase::pool)
                                        .toList(),
                                Map.of("outbox", relay::waiting)),
                        () -> dependencies(trends),
                        () -> true,
                        List.of(
                                new ScheduledTask(Duration.ofHours(1), edges::removeEnded),
                                new ScheduledTask(FILL_PAUSE, recent::fill))),
                opened);
    }

    private Stores.OfMail mail(PostgresDatabase accounts) {
        MailServers servers = MailServers.open(config, clock, opened);
        if (servers != null) {
            guards.add(servers.guard());
        }
        return new Stores.OfMail(
                new SqlMailStore(accounts),
                new SqlEmailStore(accounts),
                new SqlPasswordResetStore(accounts),
                servers == null ? null : servers.transport());
    }

    private Stores.OfMedia media(MediaStore rows, S3Bucket bucket, PostgresDatabase accounts, NodeLease node) {
        byte[] secret = SharedSecret.read(accounts, "media");
        FileNaming naming = new FileNaming(
                () -> secret, config.data().resolve("media-work").resolve(Integer.toString(node.number())));
        naming.removeLeftovers();
        return new Stores.OfMedia(
                rows,
                new S3ObjectStorage(bucket, clock),
                null,
                opened.add(new WorkerMediaProcessing(
                        config.media().limits(), config.media().processing())),
                naming);
    }

    /** OpenSearch is not needed to start. */
    private @Nullable TweetIndexes search() {
        if (!config.opensearch().isUsed()) {
            return null;
        }
        OpenSearchCluster opensearch = opened.add(new OpenSearchCluster(config.opensearch(), config.calls()));
        guards.add(opensearch.guard());
        search = new OpenSearchTweetIndexes(opensearch, config.opensearch());
        return search;
    }

    /** An index can refuse changes while OpenSearch responds. */
    private List<Dependency> dependencies(TrendBoard trends) {
        List<Dependency> dependencies = new ArrayList<>();
        for (Guard guard : guards) {
            dependencies.add(new Dependency(guard.dependency(), null, guard.state()));
        }
        if (search != null) {
            dependencies.add(new Dependency("search index", null, search.isFailing() ? "open" : "closed"));
        }
        dependencies.add(new Dependency("trends job", null, trends.isDetecting() ? "closed" : "open"));
        return dependencies;
    }
}

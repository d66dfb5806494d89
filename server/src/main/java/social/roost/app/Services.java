package social.roost.app;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.api.BlockRoutes;
import social.roost.api.EngagementRoutes;
import social.roost.api.GraphRoutes;
import social.roost.api.NotificationRoutes;
import social.roost.api.PasswordRoutes;
import social.roost.api.PreferenceRoutes;
import social.roost.api.SessionRoutes;
import social.roost.api.StreamRoutes;
import social.roost.api.TimelineRoutes;
import social.roost.api.TweetEngagersRoutes;
import social.roost.api.TweetRoutes;
import social.roost.api.UserRoutes;
import social.roost.base.Snowflake;
import social.roost.base.UnavailableException;
import social.roost.event.EventConsumer;
import social.roost.graph.Blocks;
import social.roost.graph.FollowLists;
import social.roost.graph.Follows;
import social.roost.graph.Graph;
import social.roost.graph.GraphStore;
import social.roost.graph.Relationships;
import social.roost.graph.Screening;
import social.roost.graph.UserPages;
import social.roost.http.Admission;
import social.roost.http.Authenticator;
import social.roost.http.Route;
import social.roost.live.Attendance;
import social.roost.live.Live;
import social.roost.live.LiveReaders;
import social.roost.live.Screens;
import social.roost.live.Streams;
import social.roost.notification.Addressees;
import social.roost.notification.Facts;
import social.roost.notification.Inbox;
import social.roost.notification.NotificationPages;
import social.roost.notification.Notifier;
import social.roost.notification.Telling;
import social.roost.timeline.Conversation;
import social.roost.timeline.FamousAuthors;
import social.roost.timeline.FamousFeed;
import social.roost.timeline.FamousTweets;
import social.roost.timeline.FanOut;
import social.roost.timeline.FanOutPolicy;
import social.roost.timeline.HomeTimeline;
import social.roost.timeline.MarkedTweets;
import social.roost.timeline.PromptDelivery;
import social.roost.timeline.PushedTweets;
import social.roost.timeline.Quotes;
import social.roost.timeline.Settled;
import social.roost.timeline.TimelineReader;
import social.roost.timeline.UserTimeline;
import social.roost.tweet.DeleteTweet;
import social.roost.tweet.DeletedMarks;
import social.roost.tweet.DeletedOriginals;
import social.roost.tweet.Engagements;
import social.roost.tweet.PostTweet;
import social.roost.tweet.Publishing;
import social.roost.tweet.Retweets;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.TweetEngagers;
import social.roost.tweet.Tweets;
import social.roost.tweet.ViewerMarks;
import social.roost.user.Accounts;
import social.roost.user.Admins;
import social.roost.user.FailedLogIns;
import social.roost.user.LogInAttempts;
import social.roost.user.LogIns;
import social.roost.user.Moderation;
import social.roost.user.PasswordChanges;
import social.roost.user.Passwords;
import social.roost.user.ProfileCounts;
import social.roost.user.Sessions;
import social.roost.user.Suspensions;
import social.roost.user.Tickets;
import social.roost.user.Users;
import social.roost.view.Hydration;
import social.roost.view.Viewers;

/** Every use case, built once and read from top to bottom: each line needs only what stands above it. */
final class Services implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    final Snowflake ids;
    final Passwords passwords;
    final Users users;
    final Admins admins;
    final Accounts accounts;
    final Sessions sessions;
    final LogIns logIns;
    final PasswordChanges passwordChanges;
    final Suspensions suspensions;
    final Graph graph;
    final Blocks blocks;
    final Tweets tweets;
    final FamousAuthors famous;
    final FanOut fanOut;
    final Follows follows;
    final Screening screening;
    final TweetAccess access;
    final Publishing publishing;
    final PostTweet postTweet;
    final DeletedOriginals deletedOriginals;
    final DeletedMarks deletedMarks;
    final ViewerMarks marks;
    final Hydration hydration;
    final PushedTweets pushed;
    final Viewers viewers;
    final HomeTimeline home;
    final UserTimeline userTimeline;
    final Notifier notifier;
    final Inbox inbox;
    final NotificationPages notificationPages;

    final Streams streams;
    final Attendance attendance;
    final Live live;
    final Metrics metrics;
    final Vitals vitals;

    /** Keeps what this process has in memory up to date with the events of all. */
    final EventConsumer inMemory;

    final Admission admission;

    private final Stores stores;
    private final InstantSource clock;
    private final boolean secureCookie;

    Services(Config config, Stores stores, InstantSource clock) {
        MemorySettings memory = config.memory();
        this.stores = stores;
        this.clock = clock;
        this.secureCookie = config.sessions().secureCookie();
        metrics = new Metrics(stores.tracer(), config.log());
        ids = new Snowflake(stores.node(), clock);
        stores.node().keepAheadOf(ids);
        passwords = new Passwords(
                config.sessions().effectivePasswordThreads(), config.sessions().passwordMemory());
        users = new Users(stores.users(), this::counts, memory.bytes(memory.users()));
        admins = new Admins(config.admin().usernames(), config.admin().userIds(), users);
        accounts = new Accounts(stores.users(), users, passwords, admins, ids);
        suspensions = new Suspensions(stores.users());
        sessions = new Sessions(
                stores.sessions(), suspensions, ids, clock, config.sessions().lifetime());
        LogInAttempts attempts =
                new LogInAttempts(config.limits().enabled() ? stores.failedLogIns() : FailedLogIns.NOT_COUNTED);
        logIns = new LogIns(stores.users(), passwords, sessions, attempts, clock);
        passwordChanges = new PasswordChanges(stores.users(), users, passwords, sessions, attempts);

        graph = new Graph(stores.graph(), memory.bytes(memory.graph()), stores.shared() != null);
        blocks = new Blocks(stores.blocks(), suspensions, clock, memory.bytes(memory.blocks()));
        tweets = new Tweets(stores.tweets(), stores.engagements(), memory.bytes(memory.tweets()));
        marks = new ViewerMarks(stores.tweets(), stores.engagements(), memory.bytes(memory.marks()));
        FanOutPolicy policy = new FanOutPolicy(stores.graph(), config.fame());
        famous = new FamousAuthors(config.fame().everyone());
        lookUp();
        FamousTweets famousTweets =
                new FamousTweets(stores.tweets(), config.timelines().maximumEntries(), memory.bytes(memory.famous()));
        FamousFeed feed = new FamousFeed(famous, famousTweets, policy);
        fanOut = new FanOut(stores.timelines(), stores.tweets(), graph, policy, stores.events(), config.timelines());
        follows = new Follows(stores.graph(), graph, users, blocks, suspensions, fanOut, clock, config.graph());
        screening = new Screening(stores.blocks(), blocks, users, follows, clock);
        access = new TweetAccess(tweets, blocks);
        publishing = new Publishing(
                stores.tweets(),
                tweets,
                users,
                marks,
                metrics.business.counted(new PromptDelivery(feed, fanOut)),
                clock);
        postTweet = new PostTweet(tweets, access, publishing, users, ids);
        deletedOriginals = new DeletedOriginals(stores.tweets(), publishing);
        deletedMarks = new DeletedMarks(stores.tweets(), stores.engagements());

        hydration = new Hydration(tweets, users, marks);
        viewers = new Viewers(blocks);
        pushed = new PushedTweets(
                stores.timelines(), stores.tweets(), graph, config.timelines().maximumEntries());
        TimelineReader reader = new TimelineReader(new Settled(ids, config.timelines(), System::nanoTime));
        home = new HomeTimeline(pushed, feed, stores.tweets(), graph, hydration, reader);
        userTimeline = new UserTimeline(stores.tweets(), users, access, hydration, reader);

        notifier = new Notifier(
                new Facts(stores.tweets(), stores.engagements(), stores.graph()),
                new Addressees(stores.tweets(), stores.users()),
                new Telling(stores.notifications(), blocks, stores.events(), ids, clock));
        inbox = new Inbox(stores.notifications(), blocks, stores.events());
        notificationPages = new NotificationPages(inbox, hydration, users, viewers);

        LiveReaders readers = new LiveReaders(graph, clock, config.live());
        Screens screens = new Screens(tweets);
        streams = new Streams(readers, screens, home, notificationPages, viewers, config.live());
        attendance = new Attendance(readers, stores.presence(), config.live());
        live = new Live(readers, screens, stores.tweets(), notificationPages);

        metrics.stores.watch(stores.drivers());
        metrics.business.countSessions(sessions);
        watchCaches(famousTweets);
        metrics.countDeliveries(fanOut);
        metrics.watchStreams(streams::open);
        vitals = new Vitals(metrics.registry, clock);

        Authenticator authenticator;
        Stores.Shared shared = stores.shared();
        if (shared == null) {
            inMemory = feed;
            authenticator = sessions::authenticate;
        } else {
            AllCaches caches = new AllCaches(
                    shared.caches(), new NearCaches(sessions, users, suspensions, graph, blocks, tweets, marks, feed));
            inMemory = caches;
            authenticator = new CatchingUp(sessions::authenticate, shared.ownWrites(), caches);
        }
        admission = new Admission(authenticator, config.limits().limits(stores.rates()), secureCookie);
    }

    private void watchCaches(FamousTweets famousTweets) {
        metrics.watchCache("tweets", tweets.cache());
        metrics.watchCache("profiles", users.cache());
        metrics.watchCache("sessions", sessions.cache());
        metrics.watchCache("blocks", blocks.cache());
        metrics.watchCache("marks", marks.cache());
        metrics.watchCache("famous", famousTweets.cache());
        graph.caches().forEach(metrics::watchCache);
    }

    /**
     * Takes over who is famous, and who is suspended. While a part of the store is down this process goes without those of that
     * part, whose followers it cannot read either; it asks again later.
     */
    void lookUp() {
        try {
            suspensions.lookUp();
            famous.addAll(stores.graph().famous());
        } catch (UnavailableException e) {
            LOG.warn("Not all famous authors and suspended users are known yet: {}", e.getMessage());
        }
    }

    /** What every process serves on its operators' port. */
    List<Route> operatorRoutes() {
        Moderation moderation = new Moderation(stores.users(), suspensions, sessions, clock);
        return Stream.of(
                        new OperatorRoutes(users, suspensions, moderation, pushed, stores).routes(),
                        new AccountOperatorRoutes(users, accounts, passwordChanges).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What processes with this role serve. */
    List<Route> routes(Role role) {
        return switch (role) {
            case USERS -> usersRoutes();
            case TWEETS -> tweetsRoutes();
            case TIMELINES -> new TimelineRoutes(home, userTimeline, markedTweets(), viewers).routes();
            case LIVE -> new StreamRoutes(streams, new Tickets(stores.tickets(), sessions, clock)).routes();
            case NOTIFICATIONS -> notificationsRoutes();
            case GATEWAY, FANOUT -> List.of();
        };
    }

    private List<Route> usersRoutes() {
        Relationships relationships = new Relationships(graph, stores.graph(), blocks);
        UserPages pages = new UserPages(users, blocks);
        return Stream.of(
                        new UserRoutes(accounts, users, suspensions, admins).routes(),
                        new SessionRoutes(sessions, logIns, secureCookie).routes(),
                        new PasswordRoutes(passwordChanges, clock, secureCookie).routes(),
                        new GraphRoutes(follows, new FollowLists(stores.graph(), users, blocks, pages), relationships)
                                .routes(),
                        new BlockRoutes(screening, relationships, pages).routes(),
                        new AdminRoutes(admins, vitals).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> tweetsRoutes() {
        Conversation conversation = new Conversation(stores.tweets(), tweets, stores.engagements(), access, hydration);
        DeleteTweet deleteTweet = new DeleteTweet(stores.tweets(), publishing);
        return Stream.of(
                        new TweetRoutes(postTweet, deleteTweet, access, conversation, viewers, hydration).routes(),
                        new EngagementRoutes(engagements(), retweets(ids), markedTweets(), viewers).routes(),
                        new TweetEngagersRoutes(
                                        new TweetEngagers(
                                                access,
                                                stores.engagements(),
                                                stores.tweets(),
                                                new UserPages(users, blocks)),
                                        new Quotes(access, stores.tweets(), hydration),
                                        viewers)
                                .routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> notificationsRoutes() {
        return Stream.of(
                        new NotificationRoutes(inbox, notificationPages).routes(),
                        new PreferenceRoutes(stores.notifications()).routes())
                .flatMap(List::stream)
                .toList();
    }

    Engagements engagements() {
        return new Engagements(stores.engagements(), tweets, access, marks, clock);
    }

    /** Their ids come from here. */
    Retweets retweets(Snowflake from) {
        return new Retweets(stores.tweets(), tweets, access, publishing, users, from);
    }

    private MarkedTweets markedTweets() {
        return new MarkedTweets(stores.engagements(), users, access, hydration);
    }

    @Override
    public void close() {
        passwords.close();
        metrics.close();
    }

    private Map<Long, ProfileCounts.Counts> counts(long[] userIds) {
        Map<Long, GraphStore.Counts> edges = stores.graph().counts(userIds);
        Map<Long, Long> tweetCounts = stores.tweets().counts(userIds);
        GraphStore.Counts noEdges = new GraphStore.Counts(0, 0);
        Map<Long, ProfileCounts.Counts> counts = HashMap.newHashMap(userIds.length);
        for (long id : userIds) {
            GraphStore.Counts of = edges.getOrDefault(id, noEdges);
            counts.put(id, new ProfileCounts.Counts(of.followers(), of.following(), tweetCounts.getOrDefault(id, 0L)));
        }
        return counts;
    }
}

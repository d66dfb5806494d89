package social.roost.app;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Snowflake;
import social.roost.base.UnavailableException;
import social.roost.event.EventConsumer;
import social.roost.graph.BlockRoutes;
import social.roost.graph.Blocks;
import social.roost.graph.Follows;
import social.roost.graph.Graph;
import social.roost.graph.GraphRoutes;
import social.roost.graph.GraphStore;
import social.roost.graph.Relationships;
import social.roost.graph.Screening;
import social.roost.http.Authenticator;
import social.roost.http.Route;
import social.roost.timeline.FamousAuthors;
import social.roost.timeline.FamousFeed;
import social.roost.timeline.FamousTweets;
import social.roost.timeline.FanOut;
import social.roost.timeline.FanOutPolicy;
import social.roost.timeline.HomeTimeline;
import social.roost.timeline.PushedTweets;
import social.roost.timeline.Settled;
import social.roost.timeline.TimelineReader;
import social.roost.timeline.TimelineRoutes;
import social.roost.timeline.UserTimeline;
import social.roost.tweet.DeleteTweet;
import social.roost.tweet.PostTweet;
import social.roost.tweet.Tweets;
import social.roost.user.Accounts;
import social.roost.user.Passwords;
import social.roost.user.ProfileCounts;
import social.roost.user.SessionRoutes;
import social.roost.user.Sessions;
import social.roost.user.UserRoutes;
import social.roost.user.Users;
import social.roost.view.Authors;
import social.roost.view.TweetRoutes;

/** Every use case, built once and read from top to bottom: each line needs only what stands above it. */
final class Services implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    final Snowflake ids;
    final Passwords passwords;
    final Users users;
    final Accounts accounts;
    final Sessions sessions;
    final Graph graph;
    final Blocks blocks;
    final Tweets tweets;
    final FamousAuthors famous;
    final FanOut fanOut;
    final Follows follows;
    final Screening screening;
    final PostTweet postTweet;
    final DeleteTweet deleteTweet;
    final HomeTimeline home;
    final UserTimeline userTimeline;

    /** Keeps what this process has in memory up to date with the events of all. */
    final EventConsumer inMemory;

    final Authenticator authenticator;

    private final Stores stores;

    Services(Config config, Stores stores, InstantSource clock) {
        MemorySettings memory = config.memory();
        this.stores = stores;
        ids = new Snowflake(stores.node(), clock);
        stores.node().keepAheadOf(ids);
        passwords = new Passwords(
                config.sessions().effectivePasswordThreads(), config.sessions().waitingPasswords());
        users = new Users(stores.users(), this::counts, memory.bytes(memory.users()));
        accounts = new Accounts(stores.users(), users, passwords, ids);
        sessions = new Sessions(
                stores.sessions(),
                stores.users(),
                passwords,
                ids,
                clock,
                config.sessions().lifetime());

        graph = new Graph(stores.graph(), memory.bytes(memory.graph()), stores.shared() != null);
        blocks = new Blocks(stores.blocks(), clock, memory.bytes(memory.blocks()));
        tweets = new Tweets(stores.tweets(), stores.engagements(), memory.bytes(memory.tweets()));
        FanOutPolicy policy = new FanOutPolicy(stores.graph(), config.fame());
        famous = new FamousAuthors(config.fame().everyone());
        lookUpFamous();
        FamousTweets famousTweets =
                new FamousTweets(stores.tweets(), config.timelines().maximumEntries(), memory.bytes(memory.famous()));
        FamousFeed feed = new FamousFeed(famous, famousTweets, policy);
        fanOut = new FanOut(stores.timelines(), stores.tweets(), graph, policy, stores.events(), config.timelines());
        follows = new Follows(stores.graph(), graph, users, blocks, fanOut, clock, config.graph());
        screening = new Screening(stores.blocks(), blocks, users, follows, clock);
        postTweet = new PostTweet(stores.tweets(), tweets, users, ids, tweet -> {
            feed.posted(tweet);
            fanOut.posted(tweet);
        });
        deleteTweet = new DeleteTweet(stores.tweets(), tweets, users, clock);

        PushedTweets pushed = new PushedTweets(
                stores.timelines(), stores.tweets(), graph, config.timelines().maximumEntries());
        TimelineReader reader =
                new TimelineReader(tweets, new Authors(users), new Settled(ids, config.timelines(), System::nanoTime));
        home = new HomeTimeline(pushed, famousTweets, famous, stores.tweets(), graph, reader);
        userTimeline = new UserTimeline(stores.tweets(), users, reader);

        Stores.Shared shared = stores.shared();
        if (shared == null) {
            inMemory = feed;
            authenticator = sessions;
        } else {
            AllCaches caches =
                    new AllCaches(shared.caches(), new NearCaches(sessions, users, graph, blocks, tweets, feed));
            inMemory = caches;
            authenticator = new CatchingUp(sessions, shared.ownWrites(), caches);
        }
    }

    /**
     * Takes over who is famous. While a part of the store is down this process goes without those of that part, whose followers
     * it cannot read either; it asks again later.
     */
    void lookUpFamous() {
        try {
            famous.addAll(stores.graph().famous());
        } catch (UnavailableException e) {
            LOG.warn("Not all famous authors are known yet: {}", e.getMessage());
        }
    }

    /** What processes with this role serve. */
    List<Route> routes(Role role) {
        return switch (role) {
            case USERS -> usersRoutes();
            case TWEETS -> new TweetRoutes(postTweet, deleteTweet, tweets, users).routes();
            case TIMELINES -> new TimelineRoutes(home, userTimeline).routes();
            case GATEWAY, FANOUT -> List.of();
        };
    }

    private List<Route> usersRoutes() {
        Relationships relationships = new Relationships(graph, stores.graph(), blocks);
        return Stream.of(
                        new UserRoutes(accounts, users).routes(),
                        new SessionRoutes(sessions).routes(),
                        new GraphRoutes(follows, stores.graph(), relationships, users).routes(),
                        new BlockRoutes(screening, relationships, users).routes())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        passwords.close();
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

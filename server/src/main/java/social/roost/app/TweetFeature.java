package social.roost.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import social.roost.api.Capability;
import social.roost.api.ConversationMuteRoutes;
import social.roost.api.EditRoutes;
import social.roost.api.EngagementRoutes;
import social.roost.api.HiddenReplyRoutes;
import social.roost.api.PinRoutes;
import social.roost.api.PollRoutes;
import social.roost.api.ThreadRoutes;
import social.roost.api.TweetCapability;
import social.roost.api.TweetEngagersRoutes;
import social.roost.api.TweetRoutes;
import social.roost.base.CacheUse;
import social.roost.base.Snowflake;
import social.roost.event.EventConsumer;
import social.roost.graph.UserPages;
import social.roost.http.Route;
import social.roost.link.LinkCards;
import social.roost.media.MediaUse;
import social.roost.mute.ConversationMuteStore;
import social.roost.mute.ConversationMutes;
import social.roost.timeline.Conversation;
import social.roost.timeline.HiddenReplies;
import social.roost.timeline.MarkedTweets;
import social.roost.timeline.Quotes;
import social.roost.timeline.Replies;
import social.roost.tweet.DeleteTweet;
import social.roost.tweet.DeletedMarks;
import social.roost.tweet.DeletedOriginals;
import social.roost.tweet.EditTweet;
import social.roost.tweet.Engagements;
import social.roost.tweet.Pins;
import social.roost.tweet.Polls;
import social.roost.tweet.PostTweet;
import social.roost.tweet.Publishing;
import social.roost.tweet.ReplyRules;
import social.roost.tweet.Retweets;
import social.roost.tweet.Revisions;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.TweetEngagers;
import social.roost.tweet.TweetListener;
import social.roost.tweet.TweetMedia;
import social.roost.tweet.Tweets;
import social.roost.tweet.ViewerMarks;
import social.roost.tweet.Viewers;
import social.roost.tweet.Voting;
import social.roost.tweet.text.TweetText;
import social.roost.view.Hydration;

/** Tweets: post, delete, show, like, retweet, bookmark. */
final class TweetFeature implements Feature {
    final Tweets tweets;
    final ViewerMarks marks;
    final TweetAccess access;
    final Publishing publishing;
    final TweetMedia media;
    final LinkCards cards;
    final Polls polls;
    final Pins pins;
    final Hydration hydration;
    final Viewers viewers;
    final MarkedTweets marked;
    final UserFeature users;

    private final Conversation conversation;
    private final HiddenReplies hiddenReplies;
    private final Stores.OfTweets stores;
    private final ConversationMuteStore mutedConversations;
    private final InstantSource clock;
    private final Snowflake ids;
    private final GraphFeature graph;

    TweetFeature(Config config, Stores all, Basis basis, MeterRegistry registry) {
        MemorySettings memory = config.memory();
        this.stores = all.tweets();
        this.mutedConversations = all.graph().mutedConversations();
        this.clock = all.infrastructure().clock();
        this.ids = all.infrastructure().ids();
        this.users = basis.users();
        this.graph = basis.graph();
        FanOutFeature fanOut = basis.fanOut();
        tweets = new Tweets(stores.posts(), stores.engagements(), memory.bytes(memory.tweets()));
        marks = new ViewerMarks(stores.posts(), stores.engagements(), memory.bytes(memory.marks()));
        viewers = new Viewers(graph.blocks, basis.mutes().words);
        access = new TweetAccess(tweets, graph.blocks, viewers, new ReplyRules(tweets, users.users, graph.graph));
        publishing = new Publishing(
                stores.posts(),
                tweets,
                users.users,
                marks,
                TweetListener.all(List.of(new PostMeters(registry), fanOut.prompt)),
                clock);
        media = new TweetMedia(basis.media().uses, stores.posts());
        basis.media().useChecks.add(MediaUse.Kind.TWEET, media::isUsed);
        cards = config.links().cards()
                ? new LinkCards(stores.cards()::find, memory.bytes(memory.cards()))
                : LinkCards.none();
        pins = new Pins(stores.pins(), access);
        polls = new Polls(stores.polls(), clock);
        hydration = new Hydration(tweets, users.users, marks, basis.media().library, cards, polls);
        hiddenReplies = new HiddenReplies(stores.hiddenReplies(), access, hydration, clock);
        conversation = new Conversation(
                stores.posts(),
                tweets,
                new Replies(stores.engagements(), hydration, hiddenReplies),
                access,
                hydration,
                clock);
        marked = new MarkedTweets(stores.engagements(), users.users, access, hydration);
    }

    /** The features that it is built on. */
    record Basis(UserFeature users, GraphFeature graph, MuteFeature mutes, FanOutFeature fanOut, MediaFeature media) {}

    @Override
    public List<Route> routes(Role role) {
        return role == Role.TWEETS
                ? Stream.of(
                                tweetRoutes(),
                                threadRoutes(),
                                engagementRoutes(),
                                engagerRoutes(),
                                muteRoutes(),
                                editRoutes(),
                                new PinRoutes(pins).routes(),
                                new PollRoutes(new Voting(stores.polls(), polls, access, clock)).routes())
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    private List<Route> tweetRoutes() {
        return new TweetRoutes(deletion(), access, conversation, viewers, hydration).routes();
    }

    DeleteTweet deletion() {
        return new DeleteTweet(stores.posts(), publishing, media, viewers);
    }

    private List<Route> editRoutes() {
        EditTweet edit = new EditTweet(stores.posts(), tweets, stores.polls(), viewers, clock);
        return new EditRoutes(edit, new Revisions(stores.posts(), access), viewers, hydration).routes();
    }

    private List<Route> threadRoutes() {
        return new ThreadRoutes(post(ids), viewers, hydration).routes();
    }

    private List<Route> engagementRoutes() {
        return new EngagementRoutes(engagements(), retweets(ids), marked, viewers).routes();
    }

    private List<Route> muteRoutes() {
        return Stream.of(
                        new ConversationMuteRoutes(new ConversationMutes(mutedConversations, access, clock)).routes(),
                        new HiddenReplyRoutes(hiddenReplies, viewers).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> engagerRoutes() {
        UserPages pages = new UserPages(users.users, graph.blocks);
        TweetEngagers engagers = new TweetEngagers(access, stores.engagements(), stores.posts(), pages, viewers);
        Quotes quotes = new Quotes(access, stores.posts(), hydration);
        return new TweetEngagersRoutes(engagers, quotes, viewers).routes();
    }

    /** @param from generates the ids of the tweets */
    PostTweet post(Snowflake from) {
        return new PostTweet(tweets, access, publishing, media, users.users, from);
    }

    /** @param from generates the ids of the retweets */
    Retweets retweets(Snowflake from) {
        return new Retweets(stores.posts(), tweets, access, publishing, users.users, from);
    }

    Engagements engagements() {
        return new Engagements(stores.engagements(), tweets, access, marks, clock);
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(
                new ConsumerGroup("deleted-originals", Role.TWEETS, new DeletedOriginals(stores.posts(), publishing)),
                new ConsumerGroup(
                        "deleted-marks", Role.TWEETS, new DeletedMarks(stores.posts(), stores.engagements())));
    }

    @Override
    public List<EventConsumer> invalidations() {
        return List.of(new TweetInvalidation(tweets, marks));
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return List.of(TweetText::warmUp);
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(TweetCapability.ALWAYS);
    }

    @Override
    public Map<String, CacheUse> caches() {
        return Map.of(
                "tweets", tweets.cache(),
                "marks", marks.cache(),
                "cards", cards.cache(),
                "first-replies", conversation.cache(),
                "hidden-replies", hiddenReplies.cache(),
                "polls", polls.cache());
    }
}

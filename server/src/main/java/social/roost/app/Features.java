package social.roost.app;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.event.EventConsumer;
import social.roost.http.Admission;
import social.roost.http.Authenticator;
import social.roost.http.Route;

/** Every feature, built once, from top to bottom: each line needs only what is above it. */
final class Features implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Features.class);

    final Metrics metrics;
    final MediaFeature media;
    final UserFeature users;
    final GraphFeature graph;
    final MailFeature mail;
    final MuteFeature mutes;
    final ListFeature lists;
    final FanOutFeature fanOut;
    final FollowFeature follows;
    final SuggestionFeature suggestions;
    final TweetFeature tweets;
    final DraftFeature drafts;
    final LinkFeature links;
    final MediaProcessingFeature processing;
    final FindFeature find;
    final AnalyticsFeature analytics;
    final TimelineFeature timelines;
    final SearchFeature search;
    final NotificationFeature notifications;
    final MessageFeature messages;
    final PushFeature push;
    final ModerationFeature moderation;
    final LiveFeature live;
    final TrendFeature trends;
    final OperatorFeature operators;
    final BackupFeature backups;
    final Admission admission;

    private final List<Feature> all;
    private final EventConsumer inMemory;

    /** @param more features of a test, after all others */
    Features(Config config, Stores stores, Feature... more) {
        Infrastructure infrastructure = stores.infrastructure();
        Infrastructure.Shared shared = infrastructure.shared();
        metrics = new Metrics(infrastructure.tracer(), config.log());
        media = new MediaFeature(config, stores);
        users = new UserFeature(config, stores, media);
        mail = new MailFeature(config, stores, users);
        graph = new GraphFeature(config, stores, users);
        mutes = new MuteFeature(config, stores);
        lists = new ListFeature(config, stores, users, graph);
        fanOut = new FanOutFeature(config, stores, graph, metrics.registry);
        follows = new FollowFeature(config, stores, users, graph, fanOut);
        suggestions = new SuggestionFeature(stores, users, graph);
        tweets = new TweetFeature(
                config, stores, new TweetFeature.Basis(users, graph, mutes, fanOut, media), metrics.registry);
        drafts = new DraftFeature(stores, users, tweets, media);
        links = new LinkFeature(config, stores, tweets);
        processing = new MediaProcessingFeature(config, stores, media, tweets);
        find = new FindFeature(stores, users, graph, tweets);
        analytics = new AnalyticsFeature(stores, users, tweets);
        timelines = new TimelineFeature(config, stores, graph, lists, fanOut, tweets);
        RankingFeature ranking = new RankingFeature(stores, timelines, tweets);
        search = new SearchFeature(stores, graph, tweets, metrics.registry);
        notifications = new NotificationFeature(stores, users, graph, tweets);
        messages = new MessageFeature(stores, users, graph, tweets, media);
        push = new PushFeature(config, stores, users, notifications, messages);
        moderation = new ModerationFeature(stores, users, graph, tweets, media, messages);
        live = new LiveFeature(
                config,
                stores,
                users,
                graph,
                new LiveFeature.Shown(tweets, timelines, lists, notifications, messages, media));
        trends = new TrendFeature(stores, users, tweets, live);
        operators = new OperatorFeature(stores, users, timelines, metrics.registry, this::groupNames);
        backups = new BackupFeature(config, stores);
        all = Stream.concat(
                        Stream.of(
                                media,
                                users,
                                mail,
                                graph,
                                mutes,
                                lists,
                                fanOut,
                                follows,
                                suggestions,
                                tweets,
                                drafts,
                                links,
                                processing,
                                find,
                                analytics,
                                timelines,
                                ranking,
                                search,
                                notifications,
                                messages,
                                push,
                                moderation,
                                live,
                                trends,
                                operators,
                                new CapabilityFeature(() -> each(Feature::capabilities)),
                                backups,
                                new SharedFeature(shared)),
                        Stream.of(more))
                .toList();

        lookUp();
        metrics.stores.watch(stores.upkeep().drivers());
        all.forEach(this::measure);
        Authenticator authenticator;
        if (shared == null) {
            inMemory = EventConsumer.all(each(Feature::followers));
            authenticator = users.sessions::authenticate;
        } else {
            AllCaches caches = new AllCaches(shared.caches(), memory());
            inMemory = caches;
            authenticator = new CatchingUp(users.sessions::authenticate, shared.ownWrites(), caches);
        }
        admission = new Admission(
                authenticator,
                config.limits().limits(stores.rates()),
                config.sessions().secureCookie());
    }

    private void measure(Feature feature) {
        feature.caches().forEach(metrics::watchCache);
        feature.measure(metrics.registry);
    }

    private EventConsumer memory() {
        return EventConsumer.all(Stream.of(each(Feature::invalidations), each(Feature::followers))
                .flatMap(List::stream)
                .toList());
    }

    /** While part of a store is down, this process works without the data of that part and retries later. */
    private void lookUp() {
        for (Feature feature : all) {
            try {
                feature.lookUp();
            } catch (UnavailableException e) {
                LOG.warn("Cannot look up all famous authors and suspended users, will retry: {}", e.getMessage());
            }
        }
    }

    /** The followers of all events in a process with these roles, in this order. */
    EventConsumer follower(Set<Role> roles) {
        if (!roles.contains(Role.LIVE)) {
            return inMemory;
        }
        // Streams read the caches, which must be up to date first.
        return EventConsumer.all(Stream.of(List.of(inMemory), each(Feature::streamed))
                .flatMap(List::stream)
                .toList());
    }

    List<Route> routes(Set<Role> roles) {
        return roles.stream()
                .flatMap(role -> each(feature -> feature.routes(role)).stream())
                .toList();
    }

    /** The routes that every process serves on the admin port. */
    List<Route> operatorRoutes() {
        return each(Feature::operatorRoutes);
    }

    List<ConsumerGroup> consumerGroups() {
        return each(Feature::consumerGroups);
    }

    /** The names of all consumer groups, in any process. */
    Set<String> groupNames() {
        return consumerGroups().stream().map(ConsumerGroup::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Runnable> startTasks(Set<Role> roles) {
        return each(feature -> feature.startTasks(roles));
    }

    List<ScheduledTask> scheduledTasks() {
        return Stream.concat(
                        each(Feature::scheduledTasks).stream(),
                        Stream.of(new ScheduledTask(Duration.ofSeconds(30), this::lookUp)))
                .toList();
    }

    private <T> List<T> each(Function<Feature, List<T>> declared) {
        return all.stream().map(declared).flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        all.forEach(Feature::close);
        metrics.close();
    }
}

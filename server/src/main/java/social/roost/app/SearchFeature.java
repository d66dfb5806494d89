package social.roost.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.api.Capability;
import social.roost.api.SearchCapability;
import social.roost.api.SearchRoutes;
import social.roost.http.Route;
import social.roost.search.IndexBuild;
import social.roost.search.TweetDocuments;
import social.roost.search.TweetIndexes;
import social.roost.search.TweetIndexing;
import social.roost.search.TweetSearch;
import social.roost.tweet.TweetStore;

/** Searches tweets, and keeps their index. */
final class SearchFeature implements Feature {
    static final String GROUP = "search";

    private final @Nullable Indexed indexed;
    private final TweetFeature tweets;
    private final MeterRegistry registry;

    SearchFeature(Stores stores, GraphFeature graph, TweetFeature tweets, MeterRegistry registry) {
        this.tweets = tweets;
        this.registry = registry;
        TweetIndexes indexes = stores.search();
        indexed = indexes == null ? null : new Indexed(indexes, stores, graph, tweets);
    }

    /** What there is only with an index. */
    private static final class Indexed {
        private final TweetIndexing indexing;
        private final SearchLag lag;
        private final IndexBuild build;
        private final TweetSearch search;

        Indexed(TweetIndexes indexes, Stores stores, GraphFeature graph, TweetFeature tweets) {
            Infrastructure infrastructure = stores.infrastructure();
            TweetStore posts = stores.tweets().posts();
            TweetDocuments documents = new TweetDocuments(
                    stores.tweets().engagements(), stores.media().rows());
            indexing = new TweetIndexing(indexes, documents, posts);
            lag = new SearchLag(infrastructure.events(), indexing::appliedAt, infrastructure.clock());
            build = new IndexBuild(indexes, indexing, documents, posts, infrastructure.backfills());
            search = new TweetSearch(
                    indexes,
                    documents,
                    tweets.hydration,
                    stores.users().accounts(),
                    graph.graph,
                    infrastructure.clock());
        }
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.SEARCH
                ? new SearchRoutes(indexed == null ? null : indexed.search, tweets.viewers).routes()
                : List.of();
    }

    @Override
    public List<Capability> capabilities() {
        return indexed == null ? List.of() : List.of(SearchCapability.OF_TWEETS);
    }

    @Override
    public List<Route> operatorRoutes() {
        return indexed == null ? List.of() : new SearchOperatorRoutes(indexed.build).routes();
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return indexed == null ? List.of() : List.of(new ConsumerGroup(GROUP, Role.SEARCH, indexed.indexing));
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return indexed == null || !roles.contains(Role.SEARCH) ? List.of() : List.of(() -> start(indexed));
    }

    /** Metrics make sense only where events are consumed. */
    private void start(Indexed started) {
        started.build.start();
        Gauge.builder("roost.search.lag", started.lag, SearchLag::seconds)
                .description("Time between the newest event and the last one applied to the search index.")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("roost.search.failing", started.indexing, indexing -> indexing.isFailing() ? 1 : 0)
                .description("Whether the search index cannot be changed at the moment.")
                .register(registry);
        FunctionCounter.builder("roost.search.indexed", started.indexing, TweetIndexing::indexed)
                .description("Tweets put into the search index.")
                .register(registry);
    }

    /** Whether no index is being filled. */
    boolean isComplete() {
        return indexed == null || indexed.build.progress().index() == null;
    }

    /** As an operator requests it. */
    void rebuild() {
        if (indexed != null) {
            indexed.build.rebuild();
        }
    }

    @Override
    public void close() {
        if (indexed != null) {
            indexed.build.close();
        }
    }
}

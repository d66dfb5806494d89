package social.roost.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import social.roost.base.CacheUse;
import social.roost.event.EventConsumer;
import social.roost.graph.GraphStore;
import social.roost.http.RequestMeters;
import social.roost.timeline.FamousAuthors;
import social.roost.timeline.FamousFeed;
import social.roost.timeline.FamousTweets;
import social.roost.timeline.FanOut;
import social.roost.timeline.FanOutPolicy;
import social.roost.timeline.PromptDelivery;
import social.roost.timeline.RecentTweets;

/**
 * The write side of timelines: pushes tweets to followers, and keeps the recent tweets of famous authors and of the
 * members of lists for readers.
 */
final class FanOutFeature implements Feature {
    /** The consumer group that pushes tweets. */
    static final String GROUP = "fan-out";

    static final String LAG = "roost.fan_out.lag";
    static final String DELIVERIES = "roost.fan_out.deliveries";

    final FamousAuthors famous;
    final FamousTweets famousTweets;
    final FamousFeed feed;
    final FanOut fanOut;
    final RecentTweets recent;
    final PromptDelivery prompt;

    private final GraphStore follows;
    private final InstantSource clock;
    private final Timer lag;

    FanOutFeature(Config config, Stores stores, GraphFeature graph, MeterRegistry registry) {
        MemorySettings memory = config.memory();
        follows = stores.graph().follows();
        clock = stores.infrastructure().clock();
        famous = new FamousAuthors(config.fame().everyone());
        FanOutPolicy policy = new FanOutPolicy(follows, config.fame(), famous);
        famousTweets = new FamousTweets(
                stores.tweets().posts(), config.timelines().maximumEntries(), memory.bytes(memory.famous()));
        feed = new FamousFeed(famous, famousTweets, policy);
        fanOut = new FanOut(
                stores.timelines(),
                stores.tweets().posts(),
                graph.graph,
                policy,
                stores.infrastructure().events(),
                config.timelines());
        recent = new RecentTweets(stores.tweets().posts(), memory.bytes(memory.lists()) / 2);
        prompt = new PromptDelivery(feed, recent, fanOut);
        lag = Timer.builder(LAG)
                .description("Time from posting a tweet to its last push to a home timeline.")
                .serviceLevelObjectives(RequestMeters.bounds())
                .register(registry);
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(new ConsumerGroup(GROUP, Role.FANOUT, new MeasuredFanOut(fanOut, lag, clock)));
    }

    @Override
    public List<EventConsumer> followers() {
        return List.of(feed, recent);
    }

    @Override
    public void lookUp() {
        famous.addAll(follows.famous());
    }

    @Override
    public Map<String, CacheUse> caches() {
        return Map.of("famous", famousTweets.cache(), "recent", recent.cache());
    }

    @Override
    public void measure(MeterRegistry registry) {
        FunctionCounter.builder(DELIVERIES, fanOut, FanOut::pushed)
                .description("Pushes of tweets to home timelines.")
                .register(registry);
    }
}

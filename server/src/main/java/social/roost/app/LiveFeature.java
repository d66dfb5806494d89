package social.roost.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import social.roost.api.StreamRoutes;
import social.roost.event.EventConsumer;
import social.roost.http.Route;
import social.roost.live.ListScreens;
import social.roost.live.Live;
import social.roost.live.LiveMessages;
import social.roost.live.LiveReaders;
import social.roost.live.PresencePublisher;
import social.roost.live.Screens;
import social.roost.live.Streams;
import social.roost.user.Tickets;

/** Streams of live events, for clients that keep a connection open. */
final class LiveFeature implements Feature {
    static final String STREAMS = "roost.live.streams";

    final Streams streams;
    final PresencePublisher presence;

    private final Live live;
    private final ListScreens lists;
    private final LiveMessages liveMessages;
    private final Tickets tickets;

    LiveFeature(Config config, Stores stores, UserFeature users, GraphFeature graph, Shown shown) {
        Infrastructure infrastructure = stores.infrastructure();
        InstantSource clock = infrastructure.clock();
        LiveReaders readers = new LiveReaders(graph.graph, clock, config.live());
        lists = new ListScreens(shown.lists().lists);
        Screens screens = new Screens(shown.tweets().tweets, lists);
        streams = new Streams(
                readers,
                screens,
                shown.timelines().home,
                shown.notifications().pages,
                shown.tweets().viewers,
                config.live());
        presence = new PresencePublisher(readers, stores.presence(), config.live());
        live = new Live(readers, screens, stores.tweets().posts(), shown.notifications().pages, shown.media().library);
        MessageFeature messages = shown.messages();
        liveMessages = new LiveMessages(
                readers,
                messages.stores.conversations(),
                messages.stores.messages(),
                messages.messaging.messagePages,
                messages.messaging.receipts);
        messages.stores.typing().listen(liveMessages::typing);
        tickets = new Tickets(stores.users().tickets(), users.sessions, clock);
    }

    /** The features whose data streams send. */
    record Shown(
            TweetFeature tweets,
            TimelineFeature timelines,
            ListFeature lists,
            NotificationFeature notifications,
            MessageFeature messages,
            MediaFeature media) {}

    @Override
    public List<Route> routes(Role role) {
        return role == Role.LIVE ? new StreamRoutes(streams, tickets).routes() : List.of();
    }

    @Override
    public List<EventConsumer> streamed() {
        return List.of(live, liveMessages, lists);
    }

    @Override
    public void measure(MeterRegistry registry) {
        Gauge.builder(STREAMS, streams, Streams::open)
                .description("Open streams of this process.")
                .register(registry);
    }
}

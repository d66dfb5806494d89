package social.roost.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.api.Capability;
import social.roost.api.PushCapability;
import social.roost.api.PushJson;
import social.roost.api.PushRoutes;
import social.roost.base.DueWork;
import social.roost.http.Route;
import social.roost.link.AddressGuard;
import social.roost.link.SystemResolver;
import social.roost.push.PushClient;
import social.roost.push.PushComposer;
import social.roost.push.PushDelivery;
import social.roost.push.PushNews;
import social.roost.push.PushSettings;
import social.roost.push.PushStore;
import social.roost.push.PushSubscriptions;
import social.roost.push.ServerKey;
import social.roost.push.vertx.VertxPushClient;

/** Tells browsers that are closed of notifications and messages. */
final class PushFeature implements Feature {
    private final PushSettings settings;
    private final PushStore store;
    private final PushSubscriptions subscriptions;
    private final InstantSource clock;
    private final ServerKey key;
    private final SystemResolver resolver;
    private final PushDelivery delivery;
    private final PushNews news;
    private final DueWork pushing;
    private final DueWork retrying;

    PushFeature(
            Config config,
            Stores stores,
            UserFeature users,
            NotificationFeature notifications,
            MessageFeature messages) {
        this(config, stores, users, notifications, messages, new VertxPushClient());
    }

    PushFeature(
            Config config,
            Stores stores,
            UserFeature users,
            NotificationFeature notifications,
            MessageFeature messages,
            PushClient client) {
        settings = config.push();
        store = stores.push().subscriptions();
        clock = stores.infrastructure().clock();
        subscriptions = new PushSubscriptions(
                store, settings.portNumbers(), stores.infrastructure().ids(), clock);
        key = new ServerKey(stores.push().secret(), settings.contact());
        resolver = new SystemResolver(settings.deadline());
        delivery = new PushDelivery(
                store,
                key,
                new AddressGuard(resolver, settings.networks(), settings.portNumbers()),
                client,
                settings.deadline(),
                clock);
        news = new PushNews(
                new PushComposer(
                        store,
                        stores.presence(),
                        notifications.pages,
                        new PushComposer.Messages(
                                messages.stores.conversations(),
                                messages.stores.messages(),
                                messages.messaging.receipts,
                                users.users),
                        PushJson::encode,
                        delivery),
                clock);
        pushing = new DueWork("pushes", news::push);
        retrying = new DueWork("push-retries", delivery::retry);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.NOTIFICATIONS ? new PushRoutes(subscriptions, settings.isUsed()).routes() : List.of();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(Capability.fixed("push", capability()));
    }

    private @Nullable PushCapability capability() {
        return settings.isUsed() ? new PushCapability(key.publicKey()) : null;
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return settings.isUsed() ? List.of(new ConsumerGroup("pushes", Role.NOTIFICATIONS, news)) : List.of();
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return settings.isUsed() && roles.contains(Role.NOTIFICATIONS)
                ? List.of(pushing::start, retrying::start)
                : List.of();
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return List.of(new ScheduledTask(Duration.ofMinutes(10), () -> store.removeEnded(clock.millis())));
    }

    @Override
    public void measure(MeterRegistry registry) {
        for (PushDelivery.Outcome outcome : PushDelivery.Outcome.values()) {
            FunctionCounter.builder("roost.pushes", delivery, each -> each.count(outcome))
                    .description("Pushes, by what became of them.")
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("roost.pushes.waiting", news, PushNews::size)
                .description("News that wait to become pushes.")
                .register(registry);
    }

    @Override
    public void close() {
        pushing.close();
        retrying.close();
        delivery.close();
        resolver.close();
    }
}

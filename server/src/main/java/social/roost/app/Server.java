package social.roost.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.api.MovedRoutes;
import social.roost.api.PagePreviews;
import social.roost.base.Lifecycle;
import social.roost.event.Backfill;
import social.roost.event.BackfillSettings;
import social.roost.event.EventConsumer;
import social.roost.event.EventLog.Subscription;
import social.roost.gateway.Gateway;
import social.roost.http.Fallback;
import social.roost.http.HealthRoutes;
import social.roost.http.HealthRoutes.Dependency;
import social.roost.http.HttpServer;
import social.roost.http.OpenApiRoutes;
import social.roost.http.PublicReads;
import social.roost.http.Route;
import social.roost.http.RouteReads;
import social.roost.http.WebClient;

/** A running server: started in order, stopped in reverse. */
public final class Server implements Serving {
    private static final String FOLLOWER = "follower";
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Lifecycle started = new Lifecycle();
    private final Stores stores;
    private final Features features;
    private final Metrics metrics;
    private final AdminListener adminListener;
    private final Set<Role> roles;
    private final HealthRoutes health;
    private final HttpServer http;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean ready;
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Takes ownership of the stores: closes them when it is closed. */
    Server(Config config, Stores stores, Feature... more) {
        this.stores = started.add(stores);
        features = started.add(new Features(config, stores, more));
        metrics = features.metrics;
        roles = config.playedRoles();
        Gateway gateway = roles.contains(Role.GATEWAY) ? gateway(config) : null;
        health = new HealthRoutes(this::takesRequests, dependencies(gateway));
        List<Route> routes = routes(roles);
        http = new HttpServer(
                config.http(), routes, features.admission, fallback(config, roles, gateway, routes), metrics.requests);
        adminListener = new AdminListener(
                config,
                metrics,
                Stream.of(features.operatorRoutes(), health.detailedRoutes())
                        .flatMap(List::stream)
                        .toList());
        metrics.watch(http);
    }

    private Supplier<List<Dependency>> dependencies(@Nullable Gateway gateway) {
        return gateway == null
                ? stores.upkeep().dependencies()
                : () -> Stream.of(stores.upkeep().dependencies().get(), gateway.dependencies())
                        .flatMap(List::stream)
                        .toList();
    }

    private static Fallback fallback(Config config, Set<Role> roles, @Nullable Gateway gateway, List<Route> routes) {
        if (gateway != null) {
            return new WebClient(gateway, new PagePreviews(new RouteReads(routes, gateway)), config.mediaOrigins());
        }
        return roles.equals(Role.WITH_STORES)
                ? new WebClient(
                        Fallback.NOTHING,
                        new PagePreviews(new RouteReads(routes, PublicReads.NOTHING)),
                        config.mediaOrigins())
                : Fallback.NOTHING;
    }

    /** Forwards what the roles of this process do not serve. */
    private Gateway gateway(Config config) {
        Gateway gateway = new Gateway(config.gateway(), RoutesOfRoles.table());
        gateway.roles().forEach(role -> metrics.watchRole(role, () -> gateway.callable(role)));
        return gateway;
    }

    /**
     * Opens the stores and starts to deliver events.
     *
     * @throws StartupException if an external cause prevents the start
     */
    public static Server open(Config config, InstantSource clock) {
        return open(config, Stores.open(config, clock));
    }

    /**
     * Opens with these stores, which are closed with the server, or if it cannot be opened.
     *
     * @param more features of a test
     */
    static Server open(Config config, Stores stores, Feature... more) {
        try {
            Server server = new Server(config, stores, more);
            server.subscribe();
            return server;
        } catch (RuntimeException e) {
            stores.close();
            throw e;
        }
    }

    @Override
    public int listen() {
        try {
            publishPresence();
            int port = started.add(http).start();
            features.live.streams.start();
            started.add(features.live.streams);
            started.add(adminListener).start();
            keepHouse();
            watch();
            ready = true;
            return port;
        } catch (IOException e) {
            throw new StartupException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    /** With a full disk reads continue, but load balancers should prefer other processes. */
    private boolean takesRequests() {
        return ready && stores.upkeep().writable().getAsBoolean();
    }

    /** The number of events that have not taken effect in this process. */
    long backlog() {
        return subscriptions.stream().mapToLong(Subscription::lag).sum();
    }

    Features features() {
        return features;
    }

    Stores stores() {
        return stores;
    }

    /** Lets requests in progress finish, then stops. Everything acknowledged is stored. */
    @Override
    public void close() {
        ready = false;
        try {
            started.close();
        } finally {
            closed.countDown();
        }
    }

    @Override
    public void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The routes of these roles, and those of every process. */
    List<Route> routes(Set<Role> roles) {
        return Stream.of(
                        health.routes(),
                        new OpenApiRoutes().routes(),
                        new MovedRoutes().routes(),
                        features.routes(roles))
                .flatMap(List::stream)
                .toList();
    }

    private void subscribe() {
        watch(FOLLOWER, started.add(stores.infrastructure().events().follow(features.follower(roles))));
        features.consumerGroups().stream()
                .filter(group -> roles.contains(group.role()))
                .forEach(this::subscribe);
        stores.infrastructure().events().retainGroups(features.groupNames());
    }

    private void subscribe(ConsumerGroup group) {
        EventConsumer yielding = new Yielding(group.consumer(), http::isPressed);
        if (group.sources().isEmpty()) {
            watch(group.name(), started.add(stores.infrastructure().events().subscribe(group.name(), yielding)));
        } else {
            backfill(group, yielding);
        }
    }

    private void backfill(ConsumerGroup group, EventConsumer consumer) {
        Infrastructure infrastructure = stores.infrastructure();
        Backfill backfill = started.add(new Backfill(
                infrastructure.events(),
                infrastructure.backfills(),
                group.name(),
                consumer,
                group.sources(),
                BackfillSettings.defaults()));
        metrics.watchBackfill(group.name(), backfill);
        watch(group.name(), backfill);
    }

    private void watch(String group, Subscription subscription) {
        metrics.watchEvents(group, subscription::lag);
        metrics.countDeadLetters(group, subscription);
        subscriptions.add(subscription);
    }

    /** Starts before the first stream can be opened, and ends after the last one has closed. */
    private void publishPresence() {
        if (roles.contains(Role.LIVE)) {
            started.add(features.live.presence).start();
        }
    }

    private void keepHouse() {
        ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("housekeeping").daemon().factory());
        var _ = started.add(keeper::shutdownNow);
        ClockCheck clockCheck = new ClockCheck(
                stores.infrastructure().ids(), stores.infrastructure().clock());
        keeper.execute(guarded(clockCheck::look));
        keeper.execute(guarded(metrics::watchProcess));
        features.startTasks(roles).forEach(task -> keeper.execute(guarded(task)));
        Stream.of(
                        stores.upkeep().tasks(),
                        features.scheduledTasks(),
                        List.of(new ScheduledTask(Duration.ofHours(1), clockCheck::look)))
                .flatMap(List::stream)
                .forEach(task -> schedule(keeper, task));
    }

    private static void schedule(ScheduledExecutorService keeper, ScheduledTask task) {
        long millis = task.period().toMillis();
        var _ = keeper.scheduleWithFixedDelay(guarded(task.task()), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** On its own thread, because housekeeping may take longer than a second. */
    private void watch() {
        ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("vitals").daemon().factory());
        var _ = started.add(watcher::shutdownNow);
        var _ = watcher.scheduleAtFixedRate(guarded(features.operators.vitals::look), 1, 1, TimeUnit.SECONDS);
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("Housekeeping failed; will retry", e);
            }
        };
    }
}

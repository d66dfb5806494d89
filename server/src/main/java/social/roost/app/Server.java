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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Lifecycle;
import social.roost.event.EventConsumer;
import social.roost.event.EventLog.Subscription;
import social.roost.gateway.Gateway;
import social.roost.http.Fallback;
import social.roost.http.HealthRoutes;
import social.roost.http.HealthRoutes.Dependency;
import social.roost.http.HttpServer;
import social.roost.http.OpenApiRoutes;
import social.roost.http.Route;
import social.roost.http.WebClient;
import social.roost.tweet.text.TweetText;

/** A running server: started in order, stopped in reverse. */
public final class Server implements Serving {
    static final String FAN_OUT = "fan-out";
    private static final String BUSINESS_METRICS = "business-metrics";
    private static final String FOLLOWER = "follower";
    private static final String BLOCKS = "blocks";
    private static final String DELETED_ORIGINALS = "deleted-originals";
    private static final String DELETED_MARKS = "deleted-marks";
    private static final String SHARED_CACHES = "shared-caches";
    private static final String COUNTS = "counts";
    private static final String NOTIFICATIONS = "notifications";
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final List<String> OWN_GROUPS =
            List.of(BLOCKS, DELETED_ORIGINALS, DELETED_MARKS, FAN_OUT, BUSINESS_METRICS, NOTIFICATIONS);
    private static final List<String> SHARED_GROUPS = List.of(SHARED_CACHES, COUNTS);

    private final Lifecycle started = new Lifecycle();
    private final Stores stores;
    private final Services services;
    private final Metrics metrics;
    private final AdminListener adminListener;
    private final InstantSource clock;
    private final Set<Role> roles;
    private final HealthRoutes health;
    private final HttpServer http;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean ready;
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Takes over the stores, and closes them with itself. */
    Server(Config config, Stores stores, InstantSource clock) {
        this.stores = started.add(stores);
        this.clock = clock;
        services = started.add(new Services(config, stores, clock));
        metrics = services.metrics;
        roles = config.playedRoles();
        Gateway gateway = roles.contains(Role.GATEWAY) ? gateway(config) : null;
        health = new HealthRoutes(this::takesRequests, dependencies(gateway));
        http = new HttpServer(config.http(), routes(roles), services.admission, fallback(gateway), metrics.requests);
        adminListener = new AdminListener(
                config,
                metrics,
                Stream.of(services.operatorRoutes(), health.detailedRoutes())
                        .flatMap(List::stream)
                        .toList());
        metrics.watch(http);
    }

    private Supplier<List<Dependency>> dependencies(@Nullable Gateway gateway) {
        return gateway == null
                ? stores.dependencies()
                : () -> Stream.of(stores.dependencies().get(), gateway.dependencies())
                        .flatMap(List::stream)
                        .toList();
    }

    private Fallback fallback(@Nullable Gateway gateway) {
        if (gateway != null) {
            return new WebClient(gateway);
        }
        return roles.equals(Role.WITH_STORES) ? new WebClient(Fallback.NOTHING) : Fallback.NOTHING;
    }

    /** What the roles of this process do not serve is passed on. */
    private Gateway gateway(Config config) {
        Gateway gateway = new Gateway(config.gateway(), RoutesOfRoles.table());
        gateway.roles().forEach(role -> metrics.watchRole(role, () -> gateway.callable(role)));
        return gateway;
    }

    /**
     * Opens the stores and begins to deliver events.
     *
     * @throws StartupException when something outside keeps it from starting
     */
    public static Server open(Config config, InstantSource clock) {
        return open(config, Stores.open(config, clock), clock);
    }

    /** Opens with these stores, which are closed with the server, or when it cannot be opened. */
    static Server open(Config config, Stores stores, InstantSource clock) {
        try {
            Server server = new Server(config, stores, clock);
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
            attend();
            int port = started.add(http).start();
            services.streams.start();
            started.add(services.streams);
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

    /** With a full disk reads go on, but whoever distributes requests should prefer others. */
    private boolean takesRequests() {
        return ready && stores.writable().getAsBoolean();
    }

    /** The consumer groups that there are, in whatever process. */
    static List<String> groups(Stores stores) {
        Stream<String> shared = stores.shared() == null ? Stream.of() : SHARED_GROUPS.stream();
        return Stream.concat(OWN_GROUPS.stream(), shared).toList();
    }

    /** How many events still wait to have their effect here. */
    long backlog() {
        return subscriptions.stream().mapToLong(Subscription::lag).sum();
    }

    Services services() {
        return services;
    }

    Stores stores() {
        return stores;
    }

    /** Lets what is in progress finish, then stops; everything answered is stored. */
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

    /** Those of these roles, and those that every process has. */
    List<Route> routes(Set<Role> roles) {
        return Stream.of(
                        Stream.of(health.routes(), new OpenApiRoutes().routes()),
                        roles.stream().map(services::routes))
                .flatMap(Function.identity())
                .flatMap(List::stream)
                .toList();
    }

    private void subscribe() {
        Subscription follower = started.add(stores.events().follow(inMemory()));
        watch(FOLLOWER, follower);
        if (roles.contains(Role.USERS)) {
            // The role that makes blocks and follows also finishes them: without it there is nothing to finish.
            subscribe(BLOCKS, services.screening);
        }
        if (roles.contains(Role.TWEETS)) {
            subscribe(DELETED_ORIGINALS, services.deletedOriginals);
            subscribe(DELETED_MARKS, services.deletedMarks);
        }
        if (roles.contains(Role.FANOUT)) {
            subscribe(FAN_OUT, new MeasuredFanOut(services.fanOut, metrics, clock));
            subscribe(BUSINESS_METRICS, metrics.business::happened);
            Stores.Shared shared = stores.shared();
            if (shared != null) {
                subscribe(SHARED_CACHES, shared.caches());
                subscribe(COUNTS, shared.counts());
            }
        }
        if (roles.contains(Role.NOTIFICATIONS)) {
            subscribe(NOTIFICATIONS, services.notifier);
        }
        stores.events().retainGroups(Set.copyOf(groups(stores)));
    }

    /** What is told to those who have a stream open comes from memory, which has to be up to date first. */
    private EventConsumer inMemory() {
        return roles.contains(Role.LIVE)
                ? EventConsumer.all(List.of(services.inMemory, services.live))
                : services.inMemory;
    }

    private void subscribe(String group, EventConsumer consumer) {
        EventConsumer yielding = new Yielding(consumer, http::isPressed);
        Subscription subscription = started.add(stores.events().subscribe(group, yielding));
        watch(group, subscription);
    }

    private void watch(String group, Subscription subscription) {
        metrics.watchEvents(group, subscription::lag);
        metrics.countDeadLetters(group, subscription);
        subscriptions.add(subscription);
    }

    /** Begun before the first stream can be opened, and ended after the last was closed. */
    private void attend() {
        if (roles.contains(Role.LIVE)) {
            started.add(services.attendance).start();
        }
    }

    private void keepHouse() {
        ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("housekeeping").daemon().factory());
        var _ = started.add(keeper::shutdownNow);
        ClockCheck clockCheck = new ClockCheck(services.ids, clock);
        keeper.execute(guarded(clockCheck::look));
        keeper.execute(guarded(TweetText::warmUp));
        keeper.execute(guarded(metrics::watchProcess));
        keeper.execute(guarded(() -> stores.graph().applyThresholds()));
        if (roles.contains(Role.USERS)) {
            keeper.execute(guarded(services.admins::log));
        }
        List<Chore> own = List.of(
                new Chore(Duration.ofMinutes(10), services.sessions::removeExpired),
                new Chore(Duration.ofMinutes(10), services.screening::removeEnded),
                new Chore(Duration.ofHours(1), clockCheck::look),
                new Chore(Duration.ofSeconds(30), services::lookUp));
        Stream.concat(stores.chores().stream(), own.stream()).forEach(chore -> {
            long millis = chore.period().toMillis();
            var _ = keeper.scheduleWithFixedDelay(guarded(chore.task()), millis, millis, TimeUnit.MILLISECONDS);
        });
    }

    /** By a thread of its own, as housekeeping may take longer than a second. */
    private void watch() {
        ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("vitals").daemon().factory());
        var _ = started.add(watcher::shutdownNow);
        var _ = watcher.scheduleAtFixedRate(guarded(services.vitals::look), 1, 1, TimeUnit.SECONDS);
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("Housekeeping failed, will be tried again", e);
            }
        };
    }
}

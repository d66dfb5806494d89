package social.roost.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.EventLog;
import social.roost.http.HttpServer;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.text.TweetText;

/** A running server: started in order, stopped in reverse. */
public final class Server implements AutoCloseable {
    static final String FAN_OUT = "fan-out";
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Stores stores;
    private final Services services;
    private final EventLog.Subscription fanOut;
    private final HttpServer http;
    private final InstantSource clock;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean ready;

    /** Takes over the stores, and closes them with itself. */
    Server(Config config, Stores stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
        services = new Services(config, stores, clock);
        fanOut = stores.events().subscribe(FAN_OUT, services.fanOut);
        http = new HttpServer(config.http(), services.routes(() -> ready), services.sessions);
    }

    /**
     * Opens the stores and begins to deliver events.
     *
     * @throws StartupException when something outside keeps it from starting
     */
    public static Server open(Config config, InstantSource clock) {
        Stores stores = Stores.embedded(config, clock);
        try {
            return new Server(config, stores, clock);
        } catch (RuntimeException e) {
            stores.close();
            throw e;
        }
    }

    /**
     * Begins to serve.
     *
     * @return the port
     * @throws StartupException when it cannot listen there
     */
    public int listen() {
        try {
            int port = http.start();
            keepHouse();
            ready = true;
            return port;
        } catch (IOException e) {
            throw new StartupException(String.valueOf(e.getMessage()), e);
        }
    }

    /** How many events still wait to be delivered to timelines. */
    public long fanOutLag() {
        return stores.events().lag(FAN_OUT);
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
        http.close();
        housekeeping.shutdownNow();
        fanOut.close();
        services.close();
        stores.close();
        closed.countDown();
    }

    /** Waits until it was closed, or this thread is interrupted. */
    void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepHouse() {
        housekeeping.execute(guarded(TweetText::warmUp));
        housekeeping.execute(guarded(() -> stores.graph().applyThresholds()));
        every(Duration.ofSeconds(1), stores.housekeeping());
        every(Duration.ofMinutes(10), services.sessions::removeExpired);
        every(
                Duration.ofMinutes(10),
                () -> stores.tweets().forgetKeys(clock.millis() - IdempotencyKey.LIFETIME.toMillis()));
    }

    private void every(Duration period, Runnable task) {
        long millis = period.toMillis();
        var _ = housekeeping.scheduleWithFixedDelay(guarded(task), millis, millis, TimeUnit.MILLISECONDS);
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

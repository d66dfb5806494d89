package social.roost.push;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.LogThrottle;
import social.roost.link.AddressGuard;
import social.roost.link.PageAddress;
import social.roost.push.EndpointQueue.Encoded;
import social.roost.push.EndpointQueue.Push;

/**
 * Sends pushes to push services, in the background. What a push service cannot take now is kept for at most a day, in a
 * bounded queue for each subscription; a subscription that it no longer knows is removed.
 */
public final class PushDelivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PushDelivery.class);
    private static final int THREADS = 16;
    private static final int MOST_QUEUES = 10_000;

    private final PushStore store;
    private final ServerKey key;
    private final AddressGuard guard;
    private final PushClient client;
    private final Duration deadline;
    private final InstantSource clock;
    private final PushEncryption encryption = new PushEncryption();
    private final Map<Long, EndpointQueue> queues = new ConcurrentHashMap<>();
    private final Map<Outcome, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final LogThrottle warnings = new LogThrottle(1);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(2 * MOST_QUEUES),
            Thread.ofVirtual().name("push-", 0).factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    /** What became of a push. */
    public enum Outcome {
        /** The push service took it. */
        SENT,
        /** The subscription does not exist any more. */
        GONE,
        /** The push service will never take it. */
        REFUSED,
        /** It is sent again later. */
        POSTPONED,
        /** Too many waited. */
        DROPPED
    }

    /** @param deadline for each request */
    public PushDelivery(
            PushStore store,
            ServerKey key,
            AddressGuard guard,
            PushClient client,
            Duration deadline,
            InstantSource clock) {
        this.store = store;
        this.key = key;
        this.guard = guard;
        this.client = client;
        this.deadline = deadline;
        this.clock = clock;
        threads.allowCoreThreadTimeOut(true);
    }

    /** How many pushes ended in this way. */
    public long count(Outcome outcome) {
        return outcomes.computeIfAbsent(outcome, _ -> new LongAdder()).sum();
    }

    void add(PushSubscription subscription, PushContent content, byte[] encoded) {
        Push push = new Push(content, new Encoded(encoded), clock.millis());
        EndpointQueue queue = queues.compute(subscription.id(), (id, existing) -> withOneMore(id, existing, push));
        if (queue == null) {
            counted(Outcome.DROPPED);
        } else {
            begin(queue);
        }
    }

    private @Nullable EndpointQueue withOneMore(long id, @Nullable EndpointQueue existing, Push push) {
        if (existing == null && queues.size() >= MOST_QUEUES) {
            return null;
        }
        EndpointQueue queue = existing == null ? new EndpointQueue(id) : existing;
        queue.add(push);
        return queue;
    }

    /** Sends again what has waited long enough. */
    public boolean retry() {
        queues.values().forEach(this::begin);
        long now = clock.millis();
        queues.keySet().forEach(id -> {
            var _ = queues.computeIfPresent(id, (_, queue) -> queue.isIdle(now) ? null : queue);
        });
        return false;
    }

    private void begin(EndpointQueue queue) {
        if (queue.begin(clock.millis())) {
            threads.execute(() -> send(queue));
        }
    }

    private void send(EndpointQueue queue) {
        Push push = queue.next(clock.millis());
        while (push != null) {
            Outcome outcome = send(queue, push);
            counted(outcome);
            push = queue.next(clock.millis());
        }
    }

    private Outcome send(EndpointQueue queue, Push push) {
        try {
            PushSubscription subscription = store.find(queue.subscriptionId(), clock.millis());
            if (subscription == null) {
                queue.clear();
                return Outcome.GONE;
            }
            return outcome(queue, push, subscription, post(subscription, push));
        } catch (IOException | RuntimeException e) {
            if (warnings.allows()) {
                LOG.info("A push could not be sent, will retry: {}", e.toString());
            }
            queue.failed(push, clock.millis(), 0);
            return Outcome.POSTPONED;
        }
    }

    private PushClient.Answer post(PushSubscription subscription, Push push) throws IOException {
        PageAddress address = PushSubscription.address(subscription.endpoint());
        long end = System.nanoTime() + deadline.toNanos();
        InetAddress checked = guard.check(address);
        Encrypted body = new Encrypted(encryption.encrypt(push.encoded().bytes(), subscription.keys()));
        long left = EndpointQueue.LIFETIME.toMillis() - (clock.millis() - push.addedAt());
        return client.post(
                address,
                checked,
                new PushClient.Message(
                        Map.of(
                                "Authorization",
                                key.authorization(PushSubscription.origin(address), clock.millis()),
                                "Content-Type",
                                "application/octet-stream",
                                "Content-Encoding",
                                "aes128gcm",
                                "TTL",
                                Long.toString(Math.max(0, left / 1_000)),
                                "Topic",
                                push.content().topic(),
                                "Urgency",
                                push.content().isUrgent() ? "high" : "normal"),
                        body),
                Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }

    private Outcome outcome(EndpointQueue queue, Push push, PushSubscription subscription, PushClient.Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            queue.succeeded();
            return Outcome.SENT;
        }
        if (status == 404 || status == 410) {
            boolean _ = store.end(subscription.userId(), subscription.id());
            queue.clear();
            return Outcome.GONE;
        }
        if (status == 429 || status >= 500) {
            queue.failed(push, clock.millis(), RetryAfter.millis(answer.retryAfter(), clock.millis()));
            return Outcome.POSTPONED;
        }
        if (warnings.allows()) {
            LOG.warn("A push service answered {}", status);
        }
        return Outcome.REFUSED;
    }

    private void counted(Outcome outcome) {
        outcomes.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
    }

    /** Forgets what waits. */
    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
    }
}

package social.roost.push;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The pushes that wait for an endpoint. It is bounded: a later push replaces that with the same topic, and beyond {@link
 * #MOST}, the oldest are dropped. One thread at a time sends them. After a failure, they wait, longer each time.
 */
final class EndpointQueue {
    static final int MOST = 20;
    static final Duration LIFETIME = Duration.ofHours(24);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 7;

    private final long subscriptionId;
    private final Map<String, Push> pushes = new LinkedHashMap<>();
    private boolean isSending;
    private int failures;
    private long pausedUntil;

    EndpointQueue(long subscriptionId) {
        this.subscriptionId = subscriptionId;
    }

    /** @param addedAt in milliseconds since 1970 */
    record Push(PushContent content, Encoded encoded, long addedAt) {}

    /** An encoded push that is not compared. */
    static final class Encoded {
        private final byte[] bytes;

        Encoded(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes;
        }
    }

    long subscriptionId() {
        return subscriptionId;
    }

    synchronized void add(Push push) {
        pushes.remove(push.content().topic());
        pushes.put(push.content().topic(), push);
        if (pushes.size() > MOST) {
            Iterator<String> oldest = pushes.keySet().iterator();
            var _ = oldest.next();
            oldest.remove();
        }
    }

    /** Whether to start a thread that sends; it must call {@link #next} until that returns null. */
    synchronized boolean begin(long now) {
        boolean begins = !isSending && !pushes.isEmpty() && pausedUntil <= now;
        isSending |= begins;
        return begins;
    }

    /** Takes the next push; null if there is none now. */
    synchronized @Nullable Push next(long now) {
        pushes.values().removeIf(push -> now - push.addedAt() >= LIFETIME.toMillis());
        Iterator<Push> oldest = pushes.values().iterator();
        if (pausedUntil > now || !oldest.hasNext()) {
            isSending = false;
            return null;
        }
        Push push = oldest.next();
        oldest.remove();
        return push;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /**
     * Puts a push back, unless a later one with its topic has arrived.
     *
     * @param wait which the push service asks for, in milliseconds; 0 for none
     */
    synchronized void failed(Push push, long now, long wait) {
        var _ = pushes.putIfAbsent(push.content().topic(), push);
        long pause = FIRST_PAUSE.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        failures++;
        long random = RandomGenerator.getDefault().nextLong(pause / 2 + 1);
        pausedUntil = now + Math.max(pause / 2 + random, Math.min(wait, LIFETIME.toMillis()));
    }

    /** Whether it can be forgotten: nothing waits, nor has failed lately. */
    synchronized boolean isIdle(long now) {
        return !isSending && pushes.isEmpty() && pausedUntil <= now;
    }

    synchronized void clear() {
        pushes.clear();
        failures = 0;
    }
}

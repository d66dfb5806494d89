package social.roost.push;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.Snowflake;

/** Begins and ends the push subscriptions of sessions. */
public final class PushSubscriptions {
    private final PushStore store;
    private final Set<Integer> ports;
    private final Snowflake ids;
    private final InstantSource clock;

    /** @param ports of push services */
    public PushSubscriptions(PushStore store, Set<Integer> ports, Snowflake ids, InstantSource clock) {
        this.store = store;
        this.ports = Set.copyOf(ports);
        this.ids = ids;
        this.clock = clock;
    }

    /** All of a user, the newest first; at most one per session. */
    public List<PushSubscription> list(long userId) {
        return store.find(new long[] {userId}, clock.millis()).getOrDefault(userId, List.of());
    }

    /**
     * Subscribes the browser of a session, instead of before.
     *
     * @param p256dh the key of the browser, in URL-safe base 64
     * @param auth its secret, in URL-safe base 64
     * @throws Rejection INVALID with the field that is wrong
     */
    public PushSubscription subscribe(
            Caller caller, @Nullable String endpoint, @Nullable String p256dh, @Nullable String auth) {
        PushSubscription subscription = new PushSubscription(
                ids.next(),
                caller.userId(),
                caller.sessionId(),
                endpoint(endpoint),
                keys(p256dh, auth),
                clock.millis());
        store.subscribe(subscription);
        return subscription;
    }

    /**
     * Ends a subscription of a user.
     *
     * @throws Rejection NOT_FOUND if the user has no such subscription
     */
    public void end(long userId, long id) {
        if (!store.end(userId, id)) {
            throw Rejection.notFound("push subscription");
        }
    }

    /** Where a push service is, is checked with each push. */
    private String endpoint(@Nullable String endpoint) {
        if (endpoint == null || !isPossible(endpoint)) {
            throw Rejection.invalid(
                    "endpoint",
                    "Expected the https address of a push service, at most " + PushSubscription.LONGEST_ENDPOINT
                            + " characters.");
        }
        return endpoint;
    }

    private boolean isPossible(String endpoint) {
        try {
            return ports.contains(PushSubscription.address(endpoint).port());
        } catch (IOException _) {
            return false;
        }
    }

    private static PushKeys keys(@Nullable String p256dh, @Nullable String auth) {
        if (p256dh == null || !PushKeys.isKey(p256dh)) {
            throw Rejection.invalid("keys.p256dh", "Expected an uncompressed key of P-256 in URL-safe base 64.");
        }
        if (auth == null || !PushKeys.isSecret(auth)) {
            throw Rejection.invalid("keys.auth", "Expected 16 bytes in URL-safe base 64.");
        }
        return new PushKeys(p256dh, auth);
    }
}

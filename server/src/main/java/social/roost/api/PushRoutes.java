package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Timestamps;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.push.PushSubscription;
import social.roost.push.PushSubscriptions;

/** {@code /push-subscriptions}: which browsers are sent pushes. */
public final class PushRoutes {
    private static final String PATH = "/api/roost/v1/push-subscriptions";

    private final PushSubscriptions subscriptions;
    private final boolean enabled;

    /** @param enabled otherwise the routes answer that there are no pushes */
    public PushRoutes(PushSubscriptions subscriptions, boolean enabled) {
        this.subscriptions = subscriptions;
        this.enabled = enabled;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Access.LOGGED_IN, this::list),
                Route.post(PATH, Access.LOGGED_IN, this::subscribe),
                Route.delete(PATH + "/{id}", Access.LOGGED_IN, this::end));
    }

    private Response list(Request request) {
        requireEnabled();
        Caller caller = request.caller();
        return Response.data(
                200,
                subscriptions.list(caller.userId()).stream()
                        .map(each -> SubscriptionJson.of(each, caller))
                        .toList());
    }

    private Response subscribe(Request request) {
        requireEnabled();
        SubscriptionRequest wanted = request.json(SubscriptionRequest.class);
        KeysRequest keys = wanted.keys();
        PushSubscription made = subscriptions.subscribe(
                request.caller(),
                wanted.endpoint(),
                keys == null ? null : keys.p256dh(),
                keys == null ? null : keys.auth());
        return Response.data(201, SubscriptionJson.of(made, request.caller()));
    }

    private Response end(Request request) {
        requireEnabled();
        subscriptions.end(request.caller().userId(), request.pathId(0, "push subscription"));
        return Response.noContent();
    }

    private void requireEnabled() {
        if (!enabled) {
            throw new Rejection(Kind.NOT_FOUND, "push_disabled", "This server has no push notifications.");
        }
    }

    private record SubscriptionRequest(
            @Nullable String endpoint, @Nullable KeysRequest keys) {}

    private record KeysRequest(
            @Nullable String p256dh, @Nullable String auth) {}

    /** Without the endpoint: whoever has it could learn when pushes are sent. */
    private record SubscriptionJson(String id, String sessionId, String createdAt, boolean current) {
        static SubscriptionJson of(PushSubscription subscription, Caller caller) {
            return new SubscriptionJson(
                    Long.toString(subscription.id()),
                    Long.toString(subscription.sessionId()),
                    Timestamps.format(subscription.createdAt()),
                    subscription.sessionId() == caller.sessionId());
        }
    }
}

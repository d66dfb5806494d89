package social.roost.api;

import java.util.List;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.timeline.HiddenReplies;
import social.roost.tweet.Viewers;

/** {@code /tweets/{id}/hide} and {@code /tweets/{id}/hidden-replies}. */
public final class HiddenReplyRoutes {
    private static final String HIDE = "/api/roost/v1/tweets/{id}/hide";

    private final HiddenReplies replies;
    private final Viewers viewers;

    public HiddenReplyRoutes(HiddenReplies replies, Viewers viewers) {
        this.replies = replies;
        this.viewers = viewers;
    }

    public List<Route> routes() {
        return List.of(
                Route.put(HIDE, Access.LOGGED_IN, this::hide),
                Route.delete(HIDE, Access.LOGGED_IN, this::show),
                Route.get("/api/roost/v1/tweets/{id}/hidden-replies", Access.ANYONE, this::read));
    }

    private Response hide(Request request) {
        replies.hide(request.caller().userId(), request.pathId(0, "tweet"));
        return Response.noContent();
    }

    private Response show(Request request) {
        replies.show(request.caller().userId(), request.pathId(0, "tweet"));
        return Response.noContent();
    }

    private Response read(Request request) {
        return Response.encoded(
                200, TweetPageJson.page(replies.read(viewers.of(request.viewerId()), request.pathId(0, "tweet"))));
    }
}

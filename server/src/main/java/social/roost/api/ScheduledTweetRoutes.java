package social.roost.api;

import java.util.List;
import social.roost.base.Page;
import social.roost.draft.ScheduledTweet;
import social.roost.draft.ScheduledTweets;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.http.JsonPage;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** {@code /scheduled-tweets}: list, edit and cancel them. Posting with a time is in {@link PostRoutes}. */
public final class ScheduledTweetRoutes {
    private static final String ALL = "/api/roost/v1/scheduled-tweets";
    private static final String ONE = ALL + "/{id}";
    private static final String NAME = "scheduled tweet";

    private final ScheduledTweets scheduled;

    public ScheduledTweetRoutes(ScheduledTweets scheduled) {
        this.scheduled = scheduled;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, Access.LOGGED_IN, this::list),
                Route.patch(ONE, Access.LOGGED_IN, this::edit),
                Route.delete(ONE, Access.LOGGED_IN, this::cancel));
    }

    private Response list(Request request) {
        return Response.encoded(200, page(scheduled.list(request.caller().userId(), request.page())));
    }

    private static EncodedJson page(Page<ScheduledTweet> page) {
        return new JsonPage(0)
                .open(Members.DATA)
                .array(page.items(), tweet -> Json.encode(ScheduledTweetJson.of(tweet)))
                .meta(page.next(), null)
                .end();
    }

    private Response edit(Request request) {
        DraftJson edit = request.json(DraftJson.class);
        ScheduledTweet edited = scheduled.edit(
                request.caller().userId(),
                request.pathId(0, NAME),
                new ScheduledTweets.Edit(edit::edited, edit.scheduledMillis()));
        return Response.data(200, ScheduledTweetJson.of(edited));
    }

    private Response cancel(Request request) {
        scheduled.cancel(request.caller().userId(), request.pathId(0, NAME));
        return Response.noContent();
    }
}

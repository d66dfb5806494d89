package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.tweet.EditTweet;
import social.roost.tweet.Revision;
import social.roost.tweet.Revisions;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.TweetText;
import social.roost.view.Hydration;

/** {@code PATCH /tweets/{id}} and {@code /tweets/{id}/revisions}. */
public final class EditRoutes {
    private final EditTweet edit;
    private final Revisions revisions;
    private final Viewers viewers;
    private final Hydration hydration;

    public EditRoutes(EditTweet edit, Revisions revisions, Viewers viewers, Hydration hydration) {
        this.edit = edit;
        this.revisions = revisions;
        this.viewers = viewers;
        this.hydration = hydration;
    }

    public List<Route> routes() {
        return List.of(
                Route.patch("/api/roost/v1/tweets/{id}", Access.LOGGED_IN, this::edit)
                        .in("post"),
                Route.get("/api/roost/v1/tweets/{id}/revisions", Access.ANYONE, this::revisions));
    }

    private Response edit(Request request) {
        Viewer author = viewers.of(request.viewerId());
        EditTweet.Changes changes = request.json(EditJson.class).changes();
        return Response.encoded(
                200,
                TweetPageJson.single(
                        hydration.page(edit.edit(author.userId(), request.pathId(0, "tweet"), changes), author)));
    }

    private Response revisions(Request request) {
        return Response.data(
                200,
                revisions.read(request.viewerId(), request.pathId(0, "tweet")).stream()
                        .map(RevisionJson::of)
                        .toList());
    }

    /** What an author wants to change; what is missing stays. */
    private record EditJson(
            @Nullable String content,
            @Nullable Boolean sensitive,
            @Nullable String contentWarning,
            @Nullable String language) {
        EditTweet.Changes changes() {
            return new EditTweet.Changes(content, sensitive, contentWarning, language);
        }
    }

    /** A version of the text. What most tweets do not have is left out if it is empty. */
    private record RevisionJson(
            String content,
            Entities entities,
            @Nullable Boolean sensitive,
            @Nullable String contentWarning,
            String createdAt) {
        static RevisionJson of(Revision revision) {
            return new RevisionJson(
                    revision.content(),
                    TweetText.parse(revision.content()).entities(),
                    revision.sensitive() ? Boolean.TRUE : null,
                    revision.contentWarning(),
                    Timestamps.format(revision.at()));
        }
    }
}

package social.roost.api;

import java.util.List;
import social.roost.base.Page;
import social.roost.base.Timestamps;
import social.roost.draft.SavedDraft;
import social.roost.draft.SavedDrafts;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.http.JsonPage;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** {@code /drafts}: what the user has not finished writing. */
public final class SavedDraftRoutes {
    private static final String ALL = "/api/roost/v1/drafts";
    private static final String ONE = ALL + "/{id}";

    private final SavedDrafts drafts;

    public SavedDraftRoutes(SavedDrafts drafts) {
        this.drafts = drafts;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, Access.LOGGED_IN, this::list),
                Route.put(ONE, Access.LOGGED_IN, this::save),
                Route.delete(ONE, Access.LOGGED_IN, this::delete));
    }

    private Response list(Request request) {
        return Response.encoded(200, page(drafts.list(request.caller().userId(), request.page())));
    }

    private static EncodedJson page(Page<SavedDraft> page) {
        return new JsonPage(0)
                .open(Members.DATA)
                .array(page.items(), draft -> Json.encode(SavedDraftJson.of(draft)))
                .meta(page.next(), null)
                .end();
    }

    private Response save(Request request) {
        SavedDraft saved = drafts.save(
                request.caller().userId(),
                request.pathParameter(0),
                request.json(ThreadJson.class).drafts());
        return Response.data(200, SavedDraftJson.of(saved));
    }

    private Response delete(Request request) {
        drafts.delete(request.caller().userId(), request.pathParameter(0));
        return Response.noContent();
    }

    /** A saved draft. */
    private record SavedDraftJson(String id, List<DraftJson> tweets, String updatedAt) {
        static SavedDraftJson of(SavedDraft draft) {
            return new SavedDraftJson(
                    draft.name(),
                    draft.thread().stream()
                            .map(tweet -> DraftJson.of(tweet, null))
                            .toList(),
                    Timestamps.format(draft.updatedAt()));
        }
    }
}

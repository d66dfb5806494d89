package social.roost.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.search.IndexBuild;

/** {@code /admin/search-index} on the admin port: shows and requests the building of the search index. */
final class SearchOperatorRoutes {
    private final IndexBuild build;

    SearchOperatorRoutes(IndexBuild build) {
        this.build = build;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/admin/search-index", Access.ANYONE, OperatorsOnly.of(this::progress)),
                Route.post("/admin/search-index", Access.ANYONE, OperatorsOnly.of(this::rebuild)));
    }

    private Response rebuild(Request request) {
        build.rebuild();
        return progress(request);
    }

    private Response progress(Request request) {
        IndexBuild.Progress progress = build.progress();
        return Response.data(
                200, new ProgressJson(progress.serving(), progress.index(), progress.tweets(), progress.count()));
    }

    /**
     * @param building the index being filled; absent if all are complete
     * @param read tweets read from the store for it so far
     * @param tweets in the serving index
     */
    private record ProgressJson(String serving, @Nullable String building, long read, long tweets) {}
}

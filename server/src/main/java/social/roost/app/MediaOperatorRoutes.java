package social.roost.app;

import java.util.List;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.media.MediaCheck;

/** {@code /admin/media-check} on the admin port: compares media with the object storage. */
final class MediaOperatorRoutes {
    private final MediaCheck check;

    MediaOperatorRoutes(MediaCheck check) {
        this.check = check;
    }

    List<Route> routes() {
        return List.of(Route.post(
                "/admin/media-check",
                Access.ANYONE,
                OperatorsOnly.of(request -> Response.data(
                        200,
                        check.run(request.query("fix").filter("true"::equals).isPresent())))));
    }
}

package social.roost.api;

import java.util.List;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/**
 * The two paths that early documents name literally. They were at {@code /api/v1}, where Mastodon clients expect the API of
 * Mastodon, and are answered with 308, which makes a client repeat the request with its method and body.
 */
public final class MovedRoutes {
    private static final String FROM = "/api/v1/";
    private static final String TO = "/api/roost/v1/";

    public List<Route> routes() {
        return List.of(moved("tweets"), moved("media/upload-url"));
    }

    private static Route moved(String path) {
        return Route.post(FROM + path, Access.ANYONE, request -> answer(TO + path));
    }

    private static Response answer(String location) {
        return Response.data(308, new Moved(location)).header("location", location);
    }

    private record Moved(String location) {}
}

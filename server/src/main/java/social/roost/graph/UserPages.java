package social.roost.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.Page;
import social.roost.graph.GraphStore.Edge;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.user.ProfileJson;
import social.roost.user.Users;

/** Lists of the users at the other end of edges, newest edge first, page by page. */
public final class UserPages {
    private final Users users;

    public UserPages(Users users) {
        this.users = users;
    }

    /** The page that the request's limit and cursor ask for. */
    public Response answer(Request request, Listing listing) {
        int limit = request.limit(50, 100);
        List<Edge> edges = listing.list(request.cursor().map(UserPages::edge).orElse(null), limit + 1);
        boolean more = edges.size() > limit;
        List<Edge> shown = more ? edges.subList(0, limit) : edges;
        Cursor next =
                more ? Cursor.of(shown.getLast().createdAt(), shown.getLast().userId()) : null;
        var profiles = Arrays.stream(users.find(Ids.of(shown, Edge::userId)))
                .flatMap(profile -> Optional.ofNullable(profile).stream())
                .toList();
        return ProfileJson.page(new Page<>(profiles, next, null));
    }

    private static Edge edge(Cursor cursor) {
        if (cursor.size() != 2) {
            throw Request.badCursor();
        }
        return new Edge(cursor.value(1), cursor.value(0));
    }

    /** Edges older than one, or the newest for null. */
    @FunctionalInterface
    public interface Listing {
        List<Edge> list(@Nullable Edge before, int limit);
    }
}

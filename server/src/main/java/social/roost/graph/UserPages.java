package social.roost.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.graph.GraphStore.Edge;
import social.roost.http.Caller;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.user.ProfileJson;
import social.roost.user.Users;

/** Lists of the users at the other end of edges, newest edge first, page by page. */
public final class UserPages {
    private final Users users;
    private final Blocks blocks;

    public UserPages(Users users, Blocks blocks) {
        this.users = users;
        this.blocks = blocks;
    }

    /**
     * The page that the request's limit and cursor ask for, without those whom a block hides from who asks. It may be short,
     * or empty, and have a next one.
     */
    public Response answer(Request request, ListId list, Listing listing) {
        Hidden hidden =
                blocks.hiddenFrom(request.optionalCaller().map(Caller::userId).orElse(0L));
        return answer(
                request, list, listing, id -> !hidden.isSuspended(id) && !hidden.blocks(id) && !hidden.isBlockedBy(id));
    }

    /** The page of those whom a user blocks or mutes. */
    Response answerHidden(Request request, ListId list, Listing listing) {
        return answer(request, list, listing, id -> true);
    }

    private Response answer(Request request, ListId list, Listing listing, LongPredicate shown) {
        int limit = request.limit(50, 100);
        List<Edge> edges =
                listing.list(request.cursor(list, 2).map(UserPages::edge).orElse(null), limit + 1);
        boolean more = edges.size() > limit;
        List<Edge> listed = more ? edges.subList(0, limit) : edges;
        Cursor next = more ? cursor(listed.getLast()).of(list) : null;
        var profiles = Arrays.stream(users.find(Ids.of(listed, Edge::userId)))
                .flatMap(profile -> Optional.ofNullable(profile).stream())
                .filter(profile -> shown.test(profile.user().id()))
                .toList();
        return ProfileJson.page(new Page<>(profiles, next, null));
    }

    private static Cursor cursor(Edge edge) {
        return Cursor.of(edge.createdAt(), edge.userId());
    }

    private static Edge edge(Cursor cursor) {
        return new Edge(cursor.value(1), cursor.value(0));
    }

    /** Edges older than one, or the newest for null: fewer than the limit only at the end of the list. */
    @FunctionalInterface
    public interface Listing {
        List<Edge> list(@Nullable Edge before, int limit);
    }
}

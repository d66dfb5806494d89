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
import social.roost.base.PageRequest;
import social.roost.graph.GraphStore.Edge;
import social.roost.user.Profile;
import social.roost.user.Users;

/** Pages of the users at the other end of edges, newest edge first. */
public final class UserPages {
    private final Users users;
    private final Blocks blocks;

    public UserPages(Users users, Blocks blocks) {
        this.users = users;
        this.blocks = blocks;
    }

    /**
     * Reads a page without users hidden from the viewer by a block. It may be short, or empty, and have a next one.
     *
     * @param viewerId 0 for a viewer who is not logged in
     */
    public Page<Profile> read(long viewerId, PageRequest request, ListId list, Listing listing) {
        Hidden hidden = blocks.hiddenFrom(viewerId);
        return read(
                request, list, listing, id -> !hidden.isSuspended(id) && !hidden.blocks(id) && !hidden.isBlockedBy(id));
    }

    /** Reads a page of the users that a user blocks or mutes. */
    public Page<Profile> readHidden(PageRequest request, ListId list, Listing listing) {
        return read(request, list, listing, id -> true);
    }

    private Page<Profile> read(PageRequest request, ListId list, Listing listing, LongPredicate shown) {
        Edge before = request.in(list, 2).map(UserPages::edge).orElse(null);
        Page<Edge> page = Page.of(
                listing.list(before, request.limit() + 1),
                request.limit(),
                edge -> Cursor.of(edge.createdAt(), edge.userId()).of(list));
        return page.with(Arrays.stream(users.find(Ids.of(page.items(), Edge::userId)))
                .flatMap(profile -> Optional.ofNullable(profile).stream())
                .filter(profile -> shown.test(profile.user().id()))
                .toList());
    }

    private static Edge edge(Cursor cursor) {
        return new Edge(cursor.value(1), cursor.value(0));
    }

    /**
     * Returns edges older than the given one, or the newest ones for null; fewer than the limit only at the end of the
     * list.
     */
    @FunctionalInterface
    public interface Listing {
        List<Edge> list(@Nullable Edge before, int limit);
    }
}

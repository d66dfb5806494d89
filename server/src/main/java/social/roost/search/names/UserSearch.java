package social.roost.search.names;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.base.UnavailableException;
import social.roost.graph.Blocks;
import social.roost.graph.Graph;
import social.roost.graph.Hidden;
import social.roost.user.Profile;
import social.roost.user.User;
import social.roost.user.UserStore;
import social.roost.user.Users;

/**
 * Finds users by the beginnings of their names. The user with exactly this username comes first, then those whom the
 * viewer follows, then the others; within these groups the most followed ones first.
 *
 * <p>Users hidden from the viewer are not found: others take their places. At most {@value #MOST} users are ranked, so a
 * search has a limited cost, and a list a limited length.
 */
public final class UserSearch {
    static final int MOST = 300;
    private static final int MOST_SUGGESTED = 60;
    private static final int STEPS = 4;

    private final UserNameStore names;
    private final UserStore accounts;
    private final Users users;
    private final Graph graph;
    private final Blocks blocks;

    public UserSearch(UserNameStore names, UserStore accounts, Users users, Graph graph, Blocks blocks) {
        this.names = names;
        this.accounts = accounts;
        this.users = users;
        this.graph = graph;
        this.blocks = blocks;
    }

    /**
     * Reads a page of the users found.
     *
     * @param viewerId 0 for a viewer who is not logged in
     */
    public Page<Profile> search(long viewerId, String typed, PageRequest request) {
        NameQuery query = NameQuery.of(typed);
        ListId list = new ListId("user-search", query.beginning().hashCode());
        Ranked after = request.in(list, 3).map(UserSearch::place).orElse(null);
        List<Ranked> rest = ranked(viewerId, query, MOST).stream()
                .filter(found -> after == null || Ranked.ORDER.compare(found, after) > 0)
                .limit(request.limit() + 1L)
                .toList();
        Page<Ranked> page =
                Page.of(rest, request.limit(), found -> found.place().of(list));
        return page.with(page.items().stream()
                .map(Ranked::profile)
                .filter(Objects::nonNull)
                .toList());
    }

    /** The first users of {@link #search}, of fewer that are ranked. */
    List<Profile> suggest(long viewerId, String typed, int limit) {
        return ranked(viewerId, NameQuery.of(typed), MOST_SUGGESTED).stream()
                .map(Ranked::profile)
                .filter(Objects::nonNull)
                .limit(limit)
                .toList();
    }

    private List<Ranked> ranked(long viewerId, NameQuery query, int most) {
        if (query.isEmpty()) {
            return List.of();
        }
        long[] followees = followees(viewerId);
        long exact = exact(query);
        long[] found = found(query, exact, names.among(followees, query), blocks.hiddenFrom(viewerId), most);
        return Arrays.stream(users.find(found))
                .filter(Objects::nonNull)
                .map(profile -> Ranked.of(profile, exact, followees))
                .sorted(Ranked.ORDER)
                .toList();
    }

    private long[] found(NameQuery query, long exact, long[] followed, Hidden hidden, int most) {
        Set<Long> found = new LinkedHashSet<>();
        add(new long[] {exact}, hidden, found);
        add(followed, hidden, found);
        for (int step = 0; step < STEPS && found.size() < most; step++) {
            long[] next = names.find(query.beginning(), step * most, most);
            add(next, hidden, found);
            if (next.length < most) {
                break;
            }
        }
        if (query.words().size() > 1 && found.size() < most) {
            add(names.findAll(query, most), hidden, found);
        }
        return found.stream().mapToLong(id -> id).limit(most).toArray();
    }

    private static void add(long[] ids, Hidden hidden, Set<Long> found) {
        LongStream.of(ids).filter(id -> id != 0 && !hidden.contains(id)).forEach(found::add);
    }

    private long exact(NameQuery query) {
        String username = query.username();
        return username == null
                ? 0
                : accounts.findByUsername(username).map(User::id).orElse(0L);
    }

    /** While the graph does not respond, nobody is preferred. */
    private long[] followees(long viewerId) {
        try {
            return viewerId == 0 ? Ids.NONE : graph.followees(viewerId);
        } catch (UnavailableException _) {
            return Ids.NONE;
        }
    }

    private static Ranked place(Cursor cursor) {
        return new Ranked((int) cursor.value(0), cursor.value(1), cursor.value(2), null);
    }

    /**
     * A user found.
     *
     * @param group the lowest comes first
     * @param profile null for a place in the order
     */
    private record Ranked(
            int group, long followers, long id, @Nullable Profile profile) {
        private static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::group)
                .thenComparing(Comparator.comparingLong(Ranked::followers).reversed())
                .thenComparingLong(Ranked::id);

        static Ranked of(Profile profile, long exact, long[] followees) {
            long id = profile.user().id();
            int group = id == exact ? 0 : Ids.contains(followees, id) ? 1 : 2;
            return new Ranked(group, profile.counts().followers(), id, profile);
        }

        Cursor place() {
            return Cursor.of(group, followers, id);
        }
    }
}

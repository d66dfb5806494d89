package social.roost.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Ids;
import social.roost.base.UnavailableException;
import social.roost.graph.FolloweesOfFollowees.Near;
import social.roost.user.Profile;
import social.roost.user.Users;

/**
 * Suggests whom a user might follow: first the users whom their followees follow, then the most followed active ones.
 *
 * <p>Nothing is computed ahead, so a follow, block, mute or dismissal counts at once.
 */
public final class Suggestions {
    private static final Logger LOG = LoggerFactory.getLogger(Suggestions.class);
    private static final int MAXIMUM = 50;

    private final Graph graph;
    private final Blocks blocks;
    private final Dismissals dismissals;
    private final FolloweesOfFollowees near;
    private final ActiveUsers active;
    private final Users users;

    public Suggestions(
            Graph graph,
            Blocks blocks,
            Dismissals dismissals,
            FolloweesOfFollowees near,
            ActiveUsers active,
            Users users) {
        this.graph = graph;
        this.blocks = blocks;
        this.dismissals = dismissals;
        this.near = near;
        this.active = active;
        this.users = users;
    }

    /** The best suggestions for a user first: at most 50. */
    public List<Suggestion> of(long userId, int limit) {
        int most = Math.min(limit, MAXIMUM);
        Hidden hidden = blocks.hiddenFrom(userId);
        long[] followees = LongStream.of(graph.followees(userId))
                .filter(id -> !hidden.contains(id))
                .toArray();
        LongPredicate wanted = wanted(userId, hidden);
        List<Near> found = near(followees, wanted, most);
        long[] known = found.stream().mapToLong(Near::userId).sorted().toArray();
        long[] popular = LongStream.of(active.popular())
                .filter(id -> wanted.test(id) && !Ids.contains(known, id))
                .limit(most - found.size())
                .toArray();
        return complete(found, popular);
    }

    private LongPredicate wanted(long userId, Hidden hidden) {
        long[] followees = graph.followees(userId);
        long[] dismissed = dismissals.of(userId);
        return id ->
                id != userId && !Ids.contains(followees, id) && !Ids.contains(dismissed, id) && !hidden.contains(id);
    }

    /** While part of the graph is down, the popular users remain. */
    private List<Near> near(long[] followees, LongPredicate wanted, int limit) {
        try {
            return followees.length == 0 ? List.of() : near.of(followees, wanted, limit);
        } catch (UnavailableException e) {
            LOG.debug("Cannot read whom the followees follow", e);
            return List.of();
        }
    }

    private List<Suggestion> complete(List<Near> found, long[] popular) {
        Map<Long, Profile> profiles = profiles(LongStream.concat(
                LongStream.of(popular),
                found.stream().flatMapToLong(one -> LongStream.concat(LongStream.of(one.userId()), one.followers()))));
        Stream<Suggestion> nearest = found.stream()
                .filter(one -> profiles.containsKey(one.userId()))
                .map(one -> new Suggestion(
                        profile(profiles, one.userId()),
                        one.followers()
                                .boxed()
                                .map(profiles::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        one.count()));
        Stream<Suggestion> others = LongStream.of(popular)
                .filter(profiles::containsKey)
                .mapToObj(id -> new Suggestion(profile(profiles, id), List.of(), 0));
        return Stream.concat(nearest, others).toList();
    }

    private Map<Long, Profile> profiles(LongStream ids) {
        Map<Long, Profile> profiles = new HashMap<>();
        Arrays.stream(users.find(ids.distinct().toArray()))
                .filter(Objects::nonNull)
                .forEach(profile -> profiles.put(profile.user().id(), profile));
        return profiles;
    }

    private static Profile profile(Map<Long, Profile> profiles, long id) {
        return Objects.requireNonNull(profiles.get(id));
    }
}

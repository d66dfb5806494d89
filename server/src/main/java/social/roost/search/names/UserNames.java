package social.roost.search.names;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.graph.GraphStore;
import social.roost.user.Suspensions;
import social.roost.user.User;
import social.roost.user.UserStore;

/**
 * Keeps the names by which users are found: the consumer group {@code user-names}. It reads the user and the number of
 * followers from the stores, so events may repeat.
 */
public final class UserNames implements StreamConsumer.OfUsers, StreamConsumer.OfGraph {
    private static final GraphStore.Counts NO_EDGES = new GraphStore.Counts(0, 0);

    private final UserNameStore names;
    private final UserStore users;
    private final GraphStore graph;
    private final Suspensions suspensions;

    public UserNames(UserNameStore names, UserStore users, GraphStore graph, Suspensions suspensions) {
        this.names = names;
        this.users = users;
        this.graph = graph;
        this.suspensions = suspensions;
    }

    @Override
    public void consume(Event.OfUsers event) {
        switch (event) {
            case Event.UserRegistered(long id) -> putUnlessSuspended(id);
            case Event.UserUpdated(long id) -> putUnlessSuspended(id);
            case Event.UserReinstated(long id) -> put(id);
            case Event.UserSuspended(long id) -> names.put(id, Set.of());
            case Event.MutedWordsChanged _, Event.SessionEnded _ -> {}
        }
    }

    @Override
    public void consume(Event.OfGraph event) {
        if (event instanceof Event.OfFollows follow) {
            rank(follow.followeeId());
        }
    }

    /** This process may not know yet who is suspended; whoever reads the names asks again. */
    private void putUnlessSuspended(long id) {
        if (!suspensions.include(id)) {
            put(id);
        }
    }

    private void put(long id) {
        User user = users.find(new long[] {id}).get(id);
        names.put(id, user == null ? Set.of() : parts(user));
        // Follows have another key, so one may have been counted before the user could be ranked.
        rank(id);
    }

    private void rank(long id) {
        Map<Long, GraphStore.Counts> counts = graph.counts(new long[] {id});
        names.rank(id, Magnitude.of(counts.getOrDefault(id, NO_EDGES).followers()));
    }

    static Set<String> parts(User user) {
        Set<String> parts = new LinkedHashSet<>(NameText.parts(user.username()));
        parts.addAll(NameText.parts(user.displayName()));
        return parts;
    }
}

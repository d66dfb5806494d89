package social.roost.search;

import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import social.roost.graph.Graph;
import social.roost.search.query.Asker;
import social.roost.user.User;
import social.roost.user.UserStore;

/** A viewer who searches. */
record ViewerAsking(long ownId, ZoneId zone, UserStore users, Graph graph) implements Asker {
    @Override
    public OptionalLong userId(String username) {
        return users.findByUsername(username)
                .map(User::id)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public Set<Long> followees() {
        return LongStream.of(graph.followees(ownId)).boxed().collect(Collectors.toSet());
    }
}

package social.roost.app;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import social.roost.api.SuggestionRoutes;
import social.roost.graph.ActiveUsers;
import social.roost.graph.Dismissals;
import social.roost.graph.FolloweesOfFollowees;
import social.roost.graph.GraphStore;
import social.roost.graph.Suggestions;
import social.roost.http.Route;

/** Suggests users to follow. */
final class SuggestionFeature implements Feature {
    final ActiveUsers active;
    final Suggestions suggestions;

    private final Dismissals dismissals;

    SuggestionFeature(Stores stores, UserFeature users, GraphFeature graph) {
        GraphStore follows = stores.graph().follows();
        active = new ActiveUsers(stores.tweets().recent()::authors, follows);
        dismissals = new Dismissals(
                stores.graph().dismissals(),
                users.users,
                stores.infrastructure().clock());
        suggestions = new Suggestions(
                graph.graph, graph.blocks, dismissals, new FolloweesOfFollowees(follows, active), active, users.users);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.USERS ? new SuggestionRoutes(suggestions, dismissals).routes() : List.of();
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return List.of(active::refresh);
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return List.of(new ScheduledTask(Duration.ofSeconds(30), active::refresh));
    }
}

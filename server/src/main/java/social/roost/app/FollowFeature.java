package social.roost.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import social.roost.api.BlockRoutes;
import social.roost.api.GraphRoutes;
import social.roost.graph.FollowEdges;
import social.roost.graph.FollowLists;
import social.roost.graph.Follows;
import social.roost.graph.GraphStore;
import social.roost.graph.Relationships;
import social.roost.graph.Screening;
import social.roost.graph.UserPages;
import social.roost.http.Route;

/** Follow, block and mute. */
final class FollowFeature implements Feature {
    final Follows follows;
    final Screening screening;

    private final GraphStore store;
    private final UserFeature users;
    private final GraphFeature graph;

    FollowFeature(Config config, Stores stores, UserFeature users, GraphFeature graph, FanOutFeature fanOut) {
        this.store = stores.graph().follows();
        this.users = users;
        this.graph = graph;
        InstantSource clock = stores.infrastructure().clock();
        FollowEdges edges = new FollowEdges(store, graph.graph, users.users, graph.blocks, clock);
        follows = new Follows(edges, graph.graph, users.users, graph.blocks, fanOut.fanOut, config.graph());
        screening = new Screening(stores.graph().blocks(), graph.blocks, users.users, edges, clock);
    }

    @Override
    public List<Route> routes(Role role) {
        if (role != Role.USERS) {
            return List.of();
        }
        Relationships relationships = new Relationships(graph.graph, store, graph.blocks);
        UserPages pages = new UserPages(users.users, graph.blocks);
        return Stream.of(
                        new GraphRoutes(
                                        follows,
                                        new FollowLists(store, users.users, graph.blocks, pages),
                                        relationships)
                                .routes(),
                        new BlockRoutes(screening, relationships, pages).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** The role that creates blocks and follows also completes them: without it there is nothing to complete. */
    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(new ConsumerGroup("blocks", Role.USERS, screening));
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return List.of(new ScheduledTask(Duration.ofMinutes(10), screening::removeEnded));
    }
}

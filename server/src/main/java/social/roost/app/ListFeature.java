package social.roost.app;

import java.util.List;
import java.util.Map;
import social.roost.api.ListRoutes;
import social.roost.base.CacheUse;
import social.roost.event.EventConsumer;
import social.roost.graph.UserPages;
import social.roost.http.Route;
import social.roost.list.ListEditing;
import social.roost.list.ListMembers;
import social.roost.list.ListStore;
import social.roost.list.Lists;

/** Lists of users. {@link TimelineFeature} reads the tweets of their members. */
final class ListFeature implements Feature {
    final Lists lists;
    final ListEditing editing;

    private final ListMembers members;

    ListFeature(Config config, Stores stores, UserFeature users, GraphFeature graph) {
        ListStore store = stores.graph().lists();
        Infrastructure infrastructure = stores.infrastructure();
        long bytes = config.memory().bytes(config.memory().lists());
        lists = new Lists(store, users.users, graph.blocks, bytes / 2);
        editing =
                new ListEditing(store, lists, users.users, graph.blocks, infrastructure.ids(), infrastructure.clock());
        members = new ListMembers(store, lists, new UserPages(users.users, graph.blocks));
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.USERS ? new ListRoutes(lists, editing, members).routes() : List.of();
    }

    @Override
    public List<EventConsumer> invalidations() {
        return List.of(new ListInvalidation(lists));
    }

    @Override
    public Map<String, CacheUse> caches() {
        return lists.caches();
    }
}

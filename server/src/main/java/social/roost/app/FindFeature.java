package social.roost.app;

import java.util.List;
import social.roost.api.FindRoutes;
import social.roost.http.Route;
import social.roost.search.names.Completions;
import social.roost.search.names.Hashtags;
import social.roost.search.names.UserNames;
import social.roost.search.names.UserSearch;

/** Finds users and hashtags, in the database of accounts: also while tweets cannot be searched. */
final class FindFeature implements Feature {
    private final UserNames names;
    private final UserSearch users;
    private final Hashtags hashtags;
    private final Stores stores;

    FindFeature(Stores stores, UserFeature accounts, GraphFeature graph, TweetFeature tweets) {
        this.stores = stores;
        Stores.OfUsers ofUsers = stores.users();
        names = new UserNames(
                ofUsers.names(), ofUsers.accounts(), stores.graph().follows(), accounts.suspensions);
        users = new UserSearch(ofUsers.names(), ofUsers.accounts(), accounts.users, graph.graph, graph.blocks);
        hashtags = new Hashtags(stores.tweets().hashtags(), stores.tweets().posts(), tweets.viewers);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.USERS
                ? new FindRoutes(users, hashtags, new Completions(users, hashtags)).routes()
                : List.of();
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(
                new ConsumerGroup(
                        "user-names",
                        Role.USERS,
                        names,
                        List.of(stores.users().accounts().registered())),
                new ConsumerGroup(
                        "hashtags",
                        Role.USERS,
                        hashtags,
                        List.of(stores.tweets().posts().posted())));
    }
}

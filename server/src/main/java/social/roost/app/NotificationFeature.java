package social.roost.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import social.roost.api.NotificationRoutes;
import social.roost.api.PreferenceRoutes;
import social.roost.base.DueWork;
import social.roost.http.Route;
import social.roost.message.ContactStore;
import social.roost.mute.ConversationMuteStore;
import social.roost.notification.Addressees;
import social.roost.notification.EditNotices;
import social.roost.notification.Inbox;
import social.roost.notification.Interest;
import social.roost.notification.NotificationPages;
import social.roost.notification.NotificationStore;
import social.roost.notification.NotificationWriter;
import social.roost.notification.Notifier;
import social.roost.notification.PollEndings;
import social.roost.notification.TweetAnnouncer;
import social.roost.push.PushStore;
import social.roost.ranking.HomeChoices;
import social.roost.tweet.CurrentState;

/** Notifications of what other users do. */
final class NotificationFeature implements Feature {
    final Notifier notifier;
    final NotificationPages pages;

    private final TweetAnnouncer announcer;
    private final NotificationStore store;
    private final ContactStore contacts;
    private final HomeChoices homes;
    private final PushStore pushes;
    private final Inbox inbox;
    private final DueWork pollEndings;

    NotificationFeature(Stores stores, UserFeature users, GraphFeature graph, TweetFeature tweets) {
        Infrastructure infrastructure = stores.infrastructure();
        this.store = stores.notifications();
        this.contacts = stores.messages().contacts();
        this.pushes = stores.push().subscriptions();
        CurrentState state = new CurrentState(
                stores.tweets().posts(),
                stores.tweets().engagements(),
                stores.graph().follows());
        Addressees addressees =
                new Addressees(stores.tweets().posts(), stores.users().accounts());
        NotificationWriter writer = new NotificationWriter(
                store, graph.blocks, infrastructure.events(), infrastructure.ids(), infrastructure.clock());
        ConversationMuteStore mutes = stores.graph().mutedConversations();
        PollEndings polls = new PollEndings(stores.tweets().polls(), state, writer, mutes, infrastructure.clock());
        this.homes =
                new HomeChoices(stores.ranking().signals(), stores.ranking().seen());
        Interest interest = new Interest(tweets.viewers, mutes);
        EditNotices edits = new EditNotices(stores.tweets().posts(), addressees, writer, interest);
        notifier = new Notifier(state, addressees, writer, interest, polls, edits);
        announcer = new TweetAnnouncer(state, addressees, writer, tweets.viewers, graph.blocks);
        pollEndings = new DueWork("poll-endings", polls::announce);
        inbox = new Inbox(store, graph.blocks, infrastructure.events());
        pages = new NotificationPages(inbox, tweets.hydration, users.users, tweets.viewers);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.NOTIFICATIONS
                ? Stream.of(
                                new NotificationRoutes(inbox, pages).routes(),
                                new PreferenceRoutes(store, contacts, homes, pushes).routes())
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(
                new ConsumerGroup("notifications", Role.NOTIFICATIONS, notifier),
                new ConsumerGroup("announcements", Role.NOTIFICATIONS, announcer));
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return roles.contains(Role.NOTIFICATIONS) ? List.of(pollEndings::start) : List.of();
    }

    @Override
    public void close() {
        pollEndings.close();
    }
}

package social.roost.app;

import java.util.List;
import java.util.stream.Stream;
import social.roost.api.ConversationRoutes;
import social.roost.api.MessageRoutes;
import social.roost.http.Route;
import social.roost.media.MediaUse;
import social.roost.message.MessageDelivery;
import social.roost.message.Messaging;

/** Direct messages. */
final class MessageFeature implements Feature {
    final Messaging messaging;
    final Stores.OfMessages stores;

    MessageFeature(Stores all, UserFeature users, GraphFeature graph, TweetFeature tweets, MediaFeature media) {
        stores = all.messages();
        messaging = new Messaging(
                new Messaging.Stored(stores.conversations(), stores.messages(), stores.contacts(), stores.typing()),
                new Messaging.People(users.users, graph.blocks, graph.graph),
                new Messaging.Shown(
                        tweets.access, tweets.viewers, tweets.hydration, media.library, media.uses, media.privateUrls),
                all.infrastructure().ids(),
                all.infrastructure().clock());
        media.useChecks.add(MediaUse.Kind.MESSAGE, messaging.media::isUsed);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.MESSAGES
                ? Stream.of(
                                new ConversationRoutes(messaging.conversations, messaging.conversationPages).routes(),
                                new MessageRoutes(messaging.messages, messaging.messagePages, messaging.search)
                                        .routes())
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(new ConsumerGroup("messages", Role.MESSAGES, new MessageDelivery(stores.messages())));
    }
}

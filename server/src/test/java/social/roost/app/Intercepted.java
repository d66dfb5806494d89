package social.roost.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import social.roost.draft.ScheduledTweetStore;
import social.roost.graph.BlockStore;
import social.roost.graph.GraphStore;
import social.roost.link.LinkCardStore;
import social.roost.message.ContactStore;
import social.roost.message.ConversationStore;
import social.roost.message.MessageStore;
import social.roost.mute.MutedWordStore;
import social.roost.notification.NotificationStore;
import social.roost.timeline.TimelineStore;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.PollStore;
import social.roost.tweet.TweetStore;

/** Runs a test's actions between calls to the stores. */
record Intercepted(Consumer<String> before, Consumer<String> after) {

    /** Each receives the name of the method. */
    static Stores stores(Stores stores, Consumer<String> before, Consumer<String> after) {
        return new Intercepted(before, after).of(stores);
    }

    private Stores of(Stores stores) {
        return new Stores(
                stores.users(),
                new Stores.OfGraph(
                        port(GraphStore.class, stores.graph().follows()),
                        port(BlockStore.class, stores.graph().blocks()),
                        stores.graph().dismissals(),
                        port(MutedWordStore.class, stores.graph().mutedWords()),
                        stores.graph().mutedConversations(),
                        stores.graph().lists()),
                new Stores.OfTweets(
                        port(TweetStore.class, stores.tweets().posts()),
                        port(EngagementStore.class, stores.tweets().engagements()),
                        stores.tweets().recent(),
                        port(LinkCardStore.class, stores.tweets().cards()),
                        stores.tweets().hashtags(),
                        stores.tweets().hiddenReplies(),
                        port(PollStore.class, stores.tweets().polls()),
                        stores.tweets().pins()),
                new Stores.OfDrafts(
                        port(ScheduledTweetStore.class, stores.drafts().scheduled()),
                        stores.drafts().saved()),
                stores.media(),
                port(TimelineStore.class, stores.timelines()),
                stores.search(),
                stores.analytics(),
                stores.trends(),
                port(NotificationStore.class, stores.notifications()),
                new Stores.OfMessages(
                        port(ConversationStore.class, stores.messages().conversations()),
                        port(MessageStore.class, stores.messages().messages()),
                        port(ContactStore.class, stores.messages().contacts()),
                        stores.messages().typing()),
                stores.push(),
                stores.ranking(),
                stores.mail(),
                stores.moderation(),
                stores.presence(),
                stores.rates(),
                stores.infrastructure(),
                stores.upkeep(),
                stores.opened());
    }

    private <T> T port(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    before.accept(method.getName());
                    try {
                        Object answer = method.invoke(store, arguments);
                        after.accept(method.getName());
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

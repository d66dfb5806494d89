package social.roost.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import social.roost.graph.BlockStore;
import social.roost.graph.GraphStore;
import social.roost.notification.NotificationStore;
import social.roost.timeline.TimelineStore;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.TweetStore;

/** Stores whose calls a test gets in between. */
final class Intercepted {
    private Intercepted() {}

    /** Each is called with the name of the method. */
    static Stores stores(Stores stores, Consumer<String> before, Consumer<String> after) {
        return new Stores(
                stores.users(),
                stores.sessions(),
                stores.tickets(),
                stores.failedLogIns(),
                stores.presence(),
                port(GraphStore.class, stores.graph(), before, after),
                port(BlockStore.class, stores.blocks(), before, after),
                port(TweetStore.class, stores.tweets(), before, after),
                port(EngagementStore.class, stores.engagements(), before, after),
                port(NotificationStore.class, stores.notifications(), before, after),
                port(TimelineStore.class, stores.timelines(), before, after),
                stores.rates(),
                stores.events(),
                stores.shared(),
                stores.node(),
                stores.tracer(),
                stores.drivers(),
                stores.dependencies(),
                stores.writable(),
                stores.chores(),
                stores.opened());
    }

    private static <T> T port(Class<T> port, T store, Consumer<String> before, Consumer<String> after) {
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

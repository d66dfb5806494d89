package social.roost.app;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.notification.NotificationType;
import social.roost.tweet.Mark;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

@DisplayName("Actions through one process cause notifications by processes with the role notifications (G1, G2, K1)")
@Tag("stack")
@Timeout(240)
class SharedNotificationsTest {
    private final Map<String, String> settings = OwnCluster.settings();

    @Test
    void eachThatIsDoneIsToldAndTakenBack() throws Exception {
        try (Server writer = OwnCluster.server(settings, "tweets");
                Server first = OwnCluster.server(settings, "notifications");
                Server second = OwnCluster.server(settings, "notifications")) {
            long alice = writer.stores().infrastructure().ids().next();
            long bob = writer.stores().infrastructure().ids().next();
            long carol = writer.stores().infrastructure().ids().next();
            long original = writer.stores().infrastructure().ids().next();
            post(
                    writer,
                    new Tweet(original, alice, "hello", Entities.NONE, References.NONE, original, Visibility.PUBLIC));
            for (long user : new long[] {bob, carol}) {
                writer.stores().tweets().engagements().add(Mark.LIKE, user, original, 1);
                var _ = writer.stores().graph().follows().follow(user, alice, 1);
            }
            long reply = writer.stores().infrastructure().ids().next();
            post(
                    writer,
                    new Tweet(
                            reply,
                            bob,
                            "hi",
                            Entities.NONE,
                            new References(original, alice, null, null),
                            original,
                            Visibility.PUBLIC));
            long retweet = writer.stores().infrastructure().ids().next();
            post(writer, Tweet.retweet(retweet, bob, original));
            awaitTold(first, alice, Set.of("like 2", "follow 2", "reply 1", "retweet 1"));
            awaitTold(second, alice, Set.of("like 2", "follow 2", "reply 1", "retweet 1"));
            writer.stores().tweets().engagements().remove(Mark.LIKE, bob, original);
            writer.stores().graph().follows().unfollow(bob, alice);
            writer.stores().tweets().posts().delete(reply, 2);
            writer.stores().tweets().posts().delete(retweet, 2);
            awaitTold(first, alice, Set.of("like 1", "follow 1"));
            writer.stores().tweets().posts().delete(original, 3);
            awaitTold(second, alice, Set.of("follow 1"));
        }
    }

    private static void post(Server server, Tweet tweet) {
        var _ = server.stores().tweets().posts().post(tweet, null);
    }

    private static void awaitTold(Server server, long user, Set<String> expected) throws InterruptedException {
        while (!told(server, user).equals(expected)) {
            Thread.sleep(10);
        }
    }

    private static Set<String> told(Server server, long user) {
        return server.stores().notifications().list(user, EnumSet.allOf(NotificationType.class), null, 100).stream()
                .map(each -> each.type().text() + " " + each.actorIds().size())
                .collect(Collectors.toSet());
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.tweet.Edition;
import social.roost.tweet.Labels;
import social.roost.tweet.References;
import social.roost.tweet.Revision;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.TweetText;

/** An edit through one process is read through another one that had the old text in memory (N3, K3). */
@Tag("stack")
@Timeout(240)
class SharedEditsTest {
    private static final long ALICE = 10;

    private final Map<String, String> settings = OwnCluster.settings();

    @Test
    void everyProcessShowsTheNewTextAndOneOfTwoEditsWins() throws Exception {
        try (Server writer = OwnCluster.server(settings, "tweets");
                Server reader = OwnCluster.server(settings, "tweets")) {
            long id = writer.stores().infrastructure().ids().next();
            Tweet tweet = new Tweet(id, ALICE, "one", Entities.NONE, References.NONE, id, Visibility.PUBLIC);
            var _ = writer.stores().tweets().posts().post(tweet, null);
            awaitText(reader, id, "one");
            assertThat(writer.stores().tweets().posts().edit(edited(tweet, "two")))
                    .isTrue();
            awaitText(reader, id, "two");
            Tweet second = edited(tweet, "two");
            List<Server> servers = List.of(writer, reader);
            List<Boolean> done = Together.call(
                    2, i -> servers.get(i).stores().tweets().posts().edit(edited(second, "by " + i)));
            assertThat(done).containsOnlyOnce(true);
            String winner = "by " + done.indexOf(true);
            awaitText(writer, id, winner);
            awaitText(reader, id, winner);
            assertThat(reader.stores().tweets().posts().revisions(id))
                    .extracting(Revision::content)
                    .containsExactly("one", "two", winner);
        }
    }

    private static Tweet edited(Tweet tweet, String text) {
        int number = tweet.edition().number() + 1;
        return tweet.edited(TweetText.parse(text), Labels.NONE, new Edition(number, number, List.of()));
    }

    private static void awaitText(Server server, long tweet, String text) throws InterruptedException {
        while (!server.features()
                .tweets
                .tweets
                .find(tweet)
                .map(stored -> stored.tweet().content())
                .orElse("")
                .equals(text)) {
            Thread.sleep(10);
        }
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.tweet.Counts;
import social.roost.tweet.Mark;
import social.roost.tweet.References;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

/** Likes, replies and retweets through one process are counted by a second one and seen by a third (C3, K3). */
@Tag("stack")
@Timeout(240)
class SharedCountsTest {
    private static final long ALICE = 10;
    private static final long BOB = 11;

    private final Map<String, String> settings = OwnCluster.settings();

    @Test
    void aCountThatChangedIsSeenByAProcessThatHadTheOldOneInMemory() throws Exception {
        try (Server fanOut = OwnCluster.server(settings, "fanout");
                Server writer = OwnCluster.server(settings, "tweets");
                Server reader = OwnCluster.server(settings, "tweets")) {
            long original = writer.stores().infrastructure().ids().next();
            Tweet tweet =
                    new Tweet(original, ALICE, "hello", Entities.NONE, References.NONE, original, Visibility.PUBLIC);
            post(writer, tweet);
            awaitCounts(reader, original, Counts.NONE);
            writer.stores().tweets().engagements().add(Mark.LIKE, BOB, original, 1);
            awaitCounts(reader, original, new Counts(1, 0, 0, 0));
            long reply = writer.stores().infrastructure().ids().next();
            post(
                    writer,
                    new Tweet(
                            reply,
                            BOB,
                            "hi",
                            Entities.NONE,
                            new References(original, ALICE, null, null),
                            original,
                            Visibility.PUBLIC));
            long retweet = writer.stores().infrastructure().ids().next();
            post(writer, Tweet.retweet(retweet, BOB, original));
            awaitCounts(reader, original, new Counts(1, 1, 1, 0));
            writer.stores().tweets().posts().delete(reply, 2);
            writer.stores().tweets().posts().delete(retweet, 2);
            writer.stores().tweets().engagements().remove(Mark.LIKE, BOB, original);
            awaitCounts(reader, original, Counts.NONE);
            assertThat(fanOut.stores().tweets().engagements().recount()).isEmpty();
        }
    }

    private static void post(Server server, Tweet tweet) {
        var _ = server.stores().tweets().posts().post(tweet, null);
    }

    private static void awaitCounts(Server server, long tweet, Counts counts) throws InterruptedException {
        while (!server.features()
                .tweets
                .tweets
                .find(tweet)
                .map(StoredTweet::counts)
                .equals(Optional.of(counts))) {
            Thread.sleep(10);
        }
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.event.Await;
import social.roost.event.Event;
import social.roost.event.EventSource;
import social.roost.event.RecordingConsumer;
import social.roost.event.StreamConsumer;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

@DisplayName("A consumer group that names its sources")
@Timeout(60)
class BackfilledGroupTest {
    private static final String GROUP = "index";
    private static final long AUTHOR = 1;

    private final RecordingConsumer index = new RecordingConsumer();

    @TempDir
    private Path folder;

    @Test
    void startsWithWhatIsStoredThenFollowsTheLogAndContinuesThereAfterARestart() throws Exception {
        try (Server before = open(false)) {
            post(before, 11);
            post(before, 12);
            post(before, 13);
            delete(before, 12);
        }
        try (Server server = open(true)) {
            assertThat(index.take(2)).containsExactlyInAnyOrder(posted(11), posted(13));
            Await.until(() -> server.backlog() == 0);
            post(server, 14);
            delete(server, 11);
            assertThat(index.take(2)).containsExactly(posted(14), new Event.TweetDeleted(11, AUTHOR));
            assertThat(server.features().groupNames()).contains(GROUP);
        }
        try (Server again = open(true)) {
            post(again, 15);
            assertThat(index.take(1)).containsExactly(posted(15));
            Await.until(() -> again.backlog() == 0);
            assertThat(index.rest()).isEmpty();
        }
    }

    private Server open(boolean indexing) {
        Map<String, String> flags = Map.of("data", folder.toString(), "http.port", "0");
        Config config = ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), flags))
                .value();
        Stores stores = Stores.open(config, InstantSource.system());
        return indexing
                ? Server.open(
                        config, stores, new Indexing(stores.tweets().posts().posted(), new Index(index)))
                : Server.open(config, stores);
    }

    private static void post(Server server, long id) {
        var _ = server.stores()
                .tweets()
                .posts()
                .post(
                        new Tweet(id, AUTHOR, "tweet " + id, Entities.NONE, References.NONE, id, Visibility.PUBLIC),
                        null);
    }

    private static void delete(Server server, long id) {
        server.stores().tweets().posts().delete(id, 1);
    }

    private static Event posted(long id) {
        return new Event.TweetPosted(id, AUTHOR);
    }

    /** A feature that needs every tweet, including those posted before it existed. */
    private record Indexing(EventSource tweets, Index index) implements Feature {
        @Override
        public List<ConsumerGroup> consumerGroups() {
            return List.of(new ConsumerGroup(GROUP, Role.TWEETS, index, List.of(tweets)));
        }
    }

    private record Index(RecordingConsumer received) implements StreamConsumer.OfTweets {
        @Override
        public void consume(Event.OfTweets event) {
            received.consume(event);
        }
    }
}

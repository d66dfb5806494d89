package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Event;
import social.roost.event.sql.SqliteStage;
import social.roost.search.names.Hashtag;
import social.roost.search.names.HashtagStore;
import social.roost.search.names.HashtagUse;
import social.roost.search.names.Hashtags;
import social.roost.search.names.sql.SqlHashtagStore;
import social.roost.tweet.Edition;
import social.roost.tweet.Labels;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;
import social.roost.tweet.text.TweetText;

/** Two consumers share one store: the second one removes a tweet while the first one is adding it. */
@DisplayName("Hashtags count right when a tweet stops counting while it is being added (issue 20.2, F2)")
class HashtagRaceTest {
    private static final String TAG = "cats";

    @TempDir
    Path folder;

    private LocalServer roost;
    private SqliteStage stage;
    private HashtagStore counts;
    private Hashtags second;
    private long mallory;
    private long tweet;

    @BeforeEach
    void start() {
        roost = new LocalServer(folder.resolve("server"));
        stage = new SqliteStage(folder);
        counts = new SqlHashtagStore(stage.database());
        second = consumer(counts);
        String id = roost.register("mallory");
        mallory = Long.parseLong(id);
        tweet = Long.parseLong(roost.post(roost.token(id), "#" + TAG));
    }

    @AfterEach
    void stop() {
        roost.close();
        stage.close();
    }

    @Test
    void aTweetWhoseAuthorIsSuspendedMeanwhile() {
        Hashtags first = consumer(new Late(counts, this::suspend));
        first.consume(new Event.TweetPosted(tweet, mallory));
        assertThat(count()).isZero();

        reinstate(second);
        assertThat(count()).isOne();
    }

    @Test
    void aTweetThatIsDeletedWhileItsAuthorIsReinstated() {
        second.consume(new Event.TweetPosted(tweet, mallory));
        suspend();
        assertThat(count()).isZero();

        Hashtags first = consumer(new Late(counts, this::delete));
        reinstate(first);
        assertThat(count()).isZero();
    }

    @Test
    void aTweetThatIsEditedWhileItsTagsAreSet() {
        AtomicBoolean isEdited = new AtomicBoolean();
        Hashtags first = consumer(new Late(counts, () -> {
            if (!isEdited.getAndSet(true)) {
                edit("#other");
            }
        }));
        first.consume(new Event.TweetPosted(tweet, mallory));
        assertThat(count()).isZero();
        assertThat(counts.find("other").map(HashtagUse::tweets)).contains(1L);

        edit("no tag");
        second.consume(new Event.TweetPosted(tweet, mallory));
        assertThat(counts.find("other")).isEmpty();
    }

    private void edit(String text) {
        TweetStore posts = roost.server.stores().tweets().posts();
        Tweet before = Objects.requireNonNull(posts.findPosted(tweet));
        Edition next = new Edition(before.edition().number() + 1, roost.clock.millis(), List.of());
        assertThat(posts.edit(before.edited(TweetText.parse(text), Labels.NONE, next)))
                .isTrue();
        second.consume(new Event.TweetEdited(tweet, mallory));
    }

    private Hashtags consumer(HashtagStore store) {
        return new Hashtags(store, roost.server.stores().tweets().posts(), roost.server.features().tweets.viewers);
    }

    private void suspend() {
        boolean _ = roost.server.stores().users().accounts().suspend(mallory, roost.clock.millis());
        roost.server.features().users.suspensions.lookUp();
        second.consume(new Event.UserSuspended(mallory));
    }

    private void reinstate(Hashtags consumer) {
        boolean _ = roost.server.stores().users().accounts().reinstate(mallory);
        roost.server.features().users.suspensions.lookUp();
        consumer.consume(new Event.UserReinstated(mallory));
    }

    private void delete() {
        boolean _ = roost.server.stores().tweets().posts().delete(tweet, roost.clock.millis());
        second.consume(new Event.TweetDeleted(tweet, mallory));
    }

    private long count() {
        return counts.find(TAG).map(HashtagUse::tweets).orElse(0L);
    }

    /** Adds a tweet only after something else has happened. */
    private record Late(HashtagStore store, Runnable before) implements HashtagStore {
        @Override
        public void set(long tweetId, List<Hashtag> tags, long at) {
            before.run();
            store.set(tweetId, tags, at);
        }

        @Override
        public void remove(long tweetId) {
            store.remove(tweetId);
        }

        @Override
        public Optional<HashtagUse> find(String key) {
            return store.find(key);
        }

        @Override
        public List<HashtagUse> startingWith(String folded, int most) {
            return store.startingWith(folded, most);
        }
    }
}

package social.roost.tweet.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.kafka.KafkaClient;
import social.roost.event.DeliverySettings;
import social.roost.event.Event;
import social.roost.event.kafka.KafkaEventLog;
import social.roost.event.kafka.KafkaStage;
import social.roost.tweet.RecentTweetStore;
import social.roost.tweet.RecentTweetStoreContract;

@Tag("stack")
class KafkaRecentTweetStoreTest extends RecentTweetStoreContract {
    private KafkaStage stage;
    private KafkaClient client;
    private KafkaEventLog log;
    private KafkaRecentTweetStore store;

    @BeforeEach
    void open() {
        stage = new KafkaStage();
        client = stage.client();
        log = new KafkaEventLog(client, DeliverySettings.defaults());
        store = new KafkaRecentTweetStore(log);
    }

    @AfterEach
    void close() {
        log.close();
        client.close();
        stage.close();
    }

    @Override
    protected RecentTweetStore store() {
        return store;
    }

    @Override
    protected void post(long tweetId, long authorId) {
        store.consume(new Event.TweetPosted(tweetId, authorId));
    }

    @Test
    void deletedTweetsAreNotFound() {
        post(1, 10);
        post(2, 10);
        store.consume(new Event.TweetDeleted(2, 10));
        assertThat(store.older(Long.MAX_VALUE, 10)).containsExactly(1);
    }

    @Test
    void theNewestAreKeptAlsoWhenOldOnesArriveAgain() {
        KafkaRecentTweetStore few = new KafkaRecentTweetStore(log, 3);
        LongStream.rangeClosed(1, 10).forEach(id -> few.consume(new Event.TweetPosted(id, id)));
        few.consume(new Event.TweetPosted(2, 2));
        assertThat(few.older(Long.MAX_VALUE, 10)).containsExactly(10, 9, 8);
        assertThat(few.authors(10)).containsExactly(10, 9, 8);
    }

    @Test
    void aNewProcessReadsTheEndOfTheLog() {
        store.fill();
        assertThat(store.older(Long.MAX_VALUE, 10)).isEmpty();
        LongStream.rangeClosed(1, 200).forEach(id -> log.append(List.of(new Event.TweetPosted(id, id % 20))));
        log.append(List.of(new Event.TweetDeleted(200, 0)));

        KafkaRecentTweetStore whole = new KafkaRecentTweetStore(log);
        whole.fill();
        assertThat(whole.older(Long.MAX_VALUE, 1_000))
                .isEqualTo(LongStream.rangeClosed(1, 199).map(i -> 200 - i).toArray());

        KafkaRecentTweetStore few = new KafkaRecentTweetStore(log, 40);
        few.fill();
        assertThat(few.older(Long.MAX_VALUE, 1_000)).hasSizeBetween(20, 40);
    }
}

package social.roost.event.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisStage;
import social.roost.event.Event;
import social.roost.event.OwnWrites;

/** Two processes that share a Redis: what a user did in one is told to the other, once. */
@Tag("stack")
class RedisOwnWritesTest {
    private static final long ALICE = 10;
    private static final long BOB = 11;

    private final RedisStage stage = new RedisStage();
    private final Redis redis = stage.open();
    private final OwnWrites here = new RedisOwnWrites(redis);
    private final OwnWrites there = new RedisOwnWrites(redis);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatAUserDidElsewhereIsToldOnceOldestFirst() {
        List<Event> events =
                List.of(new Event.UserUpdated(ALICE), new Event.Followed(ALICE, BOB), new Event.TweetPosted(5, ALICE));
        events.forEach(here::add);
        assertThat(there.unseen(BOB)).isEmpty();
        assertThat(there.unseen(ALICE)).isEqualTo(events);
        assertThat(there.unseen(ALICE)).isEmpty();
        here.add(new Event.Unfollowed(ALICE, BOB));
        assertThat(there.unseen(ALICE)).containsExactly(new Event.Unfollowed(ALICE, BOB));
    }

    @Test
    void whatAUserDidHereIsNotTold() {
        here.add(new Event.UserUpdated(ALICE));
        assertThat(here.unseen(ALICE)).isEmpty();
    }

    @Test
    void theSameDoneTwiceIsToldTwice() {
        here.add(new Event.UserUpdated(ALICE));
        assertThat(there.unseen(ALICE)).hasSize(1);
        here.add(new Event.UserUpdated(ALICE));
        assertThat(there.unseen(ALICE)).hasSize(1);
    }

    @Test
    void onlyTheLatest200AreKept() {
        LongStream.rangeClosed(1, 210).forEach(tweet -> here.add(new Event.TweetPosted(tweet, ALICE)));
        assertThat(there.unseen(ALICE))
                .hasSize(200)
                .startsWith(new Event.TweetPosted(11, ALICE))
                .endsWith(new Event.TweetPosted(210, ALICE));
    }

    @Test
    void afterAQuarterOfAMinuteTheEventItselfIsThere() {
        here.add(new Event.UserUpdated(ALICE));
        stage.pass(Duration.ofSeconds(15));
        assertThat(there.unseen(ALICE)).isEmpty();
        assertThat(stage.keys()).isEmpty();
    }

    @Test
    void whatOnlyANewerProgramUnderstandsIsPassedOver() {
        stage.commands().rpush(redis.key("own", ALICE), "12345678{\"type\":\"of_tomorrow\",\"v\":1}");
        here.add(new Event.UserUpdated(ALICE));
        assertThat(there.unseen(ALICE)).containsExactly(new Event.UserUpdated(ALICE));
    }
}

package social.roost.event.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisStage;
import social.roost.event.Event;
import social.roost.event.OwnWrites;

/** Two processes share a Redis: a user's write in one is passed to the other, once. */
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
        assertThat(told(there, BOB)).isEmpty();
        assertThat(told(there, ALICE)).isEqualTo(events);
        assertThat(told(there, ALICE)).isEmpty();
        here.add(new Event.Unfollowed(ALICE, BOB));
        assertThat(told(there, ALICE)).containsExactly(new Event.Unfollowed(ALICE, BOB));
    }

    @Test
    void whatAUserDidHereIsNotTold() {
        here.add(new Event.UserUpdated(ALICE));
        assertThat(told(here, ALICE)).isEmpty();
    }

    @Test
    void theSameDoneTwiceIsToldTwice() {
        here.add(new Event.UserUpdated(ALICE));
        assertThat(told(there, ALICE)).hasSize(1);
        here.add(new Event.UserUpdated(ALICE));
        assertThat(told(there, ALICE)).hasSize(1);
    }

    @Test
    void onlyTheLatest200AreKept() {
        LongStream.rangeClosed(1, 210).forEach(tweet -> here.add(new Event.TweetPosted(tweet, ALICE)));
        assertThat(told(there, ALICE))
                .hasSize(200)
                .startsWith(new Event.TweetPosted(11, ALICE))
                .endsWith(new Event.TweetPosted(210, ALICE));
    }

    @Test
    void afterAQuarterOfAMinuteTheEventItselfIsThere() {
        here.add(new Event.UserUpdated(ALICE));
        stage.pass(Duration.ofSeconds(15));
        assertThat(told(there, ALICE)).isEmpty();
        assertThat(stage.keys()).isEmpty();
    }

    @Test
    void whatOnlyANewerProgramUnderstandsIsPassedOver() {
        stage.commands().rpush(redis.key("own", ALICE), "12345678{\"type\":\"of_tomorrow\",\"v\":1}");
        here.add(new Event.UserUpdated(ALICE));
        assertThat(told(there, ALICE)).containsExactly(new Event.UserUpdated(ALICE));
    }

    @Test
    void whatConcernsAllIsToldToEveryoneOnceAndToVisitorsC6() {
        here.add(new Event.TweetDeleted(5, ALICE));
        here.add(new Event.TweetDeleted(6, ALICE));
        assertThat(told(there, BOB))
                .containsExactly(new Event.TweetDeleted(5, ALICE), new Event.TweetDeleted(6, ALICE));
        assertThat(told(there, BOB)).isEmpty();
        here.add(new Event.FameGained(ALICE));
        List<Event> visitor = new ArrayList<>();
        there.catchUp(visitor::add);
        assertThat(visitor).containsExactly(new Event.FameGained(ALICE));
    }

    @Test
    void whatWasNotHandledIsToldAgain() {
        here.add(new Event.TweetDeleted(5, ALICE));
        assertThatThrownBy(() -> there.catchUp(BOB, event -> {
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");
        assertThat(told(there, BOB)).containsExactly(new Event.TweetDeleted(5, ALICE));
    }

    private static List<Event> told(OwnWrites writes, long user) {
        List<Event> told = new ArrayList<>();
        writes.catchUp(user, told::add);
        return told;
    }
}

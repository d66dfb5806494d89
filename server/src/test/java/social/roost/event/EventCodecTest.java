package social.roost.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import social.roost.event.Event.BecameLive;
import social.roost.event.Event.Blocked;
import social.roost.event.Event.CountsChanged;
import social.roost.event.Event.FameGained;
import social.roost.event.Event.FameLost;
import social.roost.event.Event.FanOutPart;
import social.roost.event.Event.Followed;
import social.roost.event.Event.Muted;
import social.roost.event.Event.NotificationsChanged;
import social.roost.event.Event.PullEnded;
import social.roost.event.Event.SessionEnded;
import social.roost.event.Event.TweetBookmarked;
import social.roost.event.Event.TweetDeleted;
import social.roost.event.Event.TweetLiked;
import social.roost.event.Event.TweetPosted;
import social.roost.event.Event.TweetUnbookmarked;
import social.roost.event.Event.TweetUnliked;
import social.roost.event.Event.Unblocked;
import social.roost.event.Event.Unfollowed;
import social.roost.event.Event.Unmuted;
import social.roost.event.Event.UserRegistered;
import social.roost.event.Event.UserReinstated;
import social.roost.event.Event.UserSuspended;
import social.roost.event.Event.UserUpdated;
import social.roost.event.Event.WentActive;

class EventCodecTest {
    private static final long ALICE = 1_843_000_000_000_000_001L;
    private static final long BOB = 1_843_000_000_000_000_002L;
    private static final long TWEET = 1_843_000_000_000_000_003L;
    private static final long SESSION = 1_843_000_000_000_000_004L;
    private static final String TOKEN_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final EventCodec codec = new EventCodec();

    /** Lines are only ever added to the golden file: logs out there hold what it holds. */
    @Test
    void whatWasEverWrittenStillDecodes() throws IOException {
        assertThat(golden().stream().map(codec::decode))
                .containsExactly(
                        new UserRegistered(ALICE),
                        new UserUpdated(ALICE),
                        new Followed(ALICE, BOB),
                        new Unfollowed(ALICE, BOB),
                        new FameGained(ALICE),
                        new FameLost(ALICE),
                        new TweetPosted(TWEET, ALICE),
                        new TweetDeleted(TWEET, ALICE),
                        new SessionEnded(ALICE, SESSION, TOKEN_HASH),
                        new PullEnded(ALICE),
                        new FanOutPart(TWEET, ALICE, 1_843_000_000_000_000_005L, 1_843_000_000_000_000_006L),
                        new Blocked(ALICE, BOB),
                        new Unblocked(ALICE, BOB),
                        new Muted(ALICE, BOB),
                        new Unmuted(ALICE, BOB),
                        new TweetLiked(TWEET, ALICE),
                        new TweetUnliked(TWEET, ALICE),
                        new TweetBookmarked(TWEET, ALICE),
                        new TweetUnbookmarked(TWEET, ALICE),
                        new CountsChanged(TWEET),
                        new NotificationsChanged(ALICE, 1_843_000_000_000_000_007L),
                        new BecameLive(ALICE),
                        new WentActive(ALICE),
                        new UserSuspended(ALICE),
                        new UserReinstated(ALICE));
    }

    @Test
    void eventsAreWrittenAsInTheGoldenFile() throws IOException {
        assertThat(golden())
                .allSatisfy(line -> assertThat(codec.encode(codec.decode(line))).isEqualTo(line));
    }

    @Test
    void everyTypeOfEventHasAGoldenLine() throws IOException {
        List<Class<?>> written = golden().stream()
                .<Class<?>>map(line -> codec.decode(line).getClass())
                .toList();
        assertThat(written).containsAll(types(Event.class).toList());
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCodecTest::types)
                : Stream.of(type);
    }

    @Test
    void theTraceOfAnEventIsOneFieldMoreThatOldProgramsPassOver() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        String written = codec.encode(new TracedEvent(new TweetPosted(12, 34), trace));
        assertThat(written)
                .isEqualTo("{\"type\":\"tweet_posted\",\"v\":1,\"tweetId\":\"12\",\"authorId\":\"34\",\"trace\":\""
                        + trace + "\"}");
        assertThat(codec.decodeTraced(written)).isEqualTo(new TracedEvent(new TweetPosted(12, 34), trace));
        assertThat(codec.decode(written)).isEqualTo(new TweetPosted(12, 34));
        assertThat(codec.decodeTraced(written.replace("\"" + trace + "\"", "7")).trace())
                .isNull();
    }

    @Test
    void fieldsOfTheFutureArePassedOver() {
        assertThat(codec.decode("""
                        {"type":"tweet_posted","v":1,"mood":{"a":[1]},"tweetId":"12","authorId":"34"}""")).isEqualTo(new TweetPosted(12, 34));
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertUnreadable("{\"type\":\"tweet_sung\",\"v\":1}", "tweet_sung");
        assertUnreadable("{\"type\":\"fame_lost\",\"v\":2,\"userId\":\"1\"}", "version 2");
        assertUnreadable("{\"type\":\"fame_lost\",\"v\":1}", "userId");
        assertUnreadable("{\"type\":\"fame_lost\",\"v\":1,\"userId\":null}", "null");
        assertUnreadable("{\"type\":", "Malformed");
        assertUnreadable("[]", "type ''");
        assertUnreadable("", "type ''");
    }

    private void assertUnreadable(String json, String reason) {
        assertThatThrownBy(() -> codec.decode(json))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(reason);
    }

    private static List<String> golden() throws IOException {
        try (InputStream file = EventCodecTest.class.getResourceAsStream("/golden/events-v1.jsonl")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().toList();
        }
    }
}

package social.roost.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.event.Decoded.Malformed;
import social.roost.event.Decoded.Unknown;
import social.roost.event.Event.TweetPosted;

class EventCodecTest {
    private final EventCodec codec = new EventCodec();

    /** Only ever add lines to the golden files: existing logs contain such events. */
    @ParameterizedTest
    @ValueSource(strings = {"events.txt", "events-without-stream.txt"})
    void whatWasEverWrittenStillDecodes(String file) throws IOException {
        assertThat(golden(file))
                .allSatisfy(line -> assertThat(decode(line.json())).hasToString(line.event()));
    }

    @Test
    void eventsAreWrittenAsInTheGoldenFile() throws IOException {
        assertThat(golden("events.txt"))
                .allSatisfy(
                        line -> assertThat(codec.encode(decode(line.json()))).isEqualTo(line.json()));
    }

    @Test
    void everyTypeOfEventHasAGoldenLine() throws IOException {
        List<Class<?>> written = golden("events.txt").stream()
                .<Class<?>>map(line -> decode(line.json()).getClass())
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
        assertThat(written).isEqualTo("""
                        {"type":"tweet_posted","v":1,"stream":"tweets","tweetId":"12","authorId":"34","trace":"%s"}""".formatted(trace));
        assertThat(codec.read(written)).isEqualTo(new TracedEvent(new TweetPosted(12, 34), trace));
        assertThat(codec.read(written.replace("\"" + trace + "\"", "7")))
                .isEqualTo(new TracedEvent(new TweetPosted(12, 34), null));
    }

    @Test
    void fieldsOfTheFutureAreIgnored() {
        assertThat(decode("""
                        {"type":"tweet_posted","v":1,"mood":{"a":[1]},"tweetId":"12","authorId":"34"}""")).isEqualTo(new TweetPosted(12, 34));
    }

    @Test
    void ofANewerProgramsEventTheStreamIsKnown() {
        assertThat(codec.read("{\"type\":\"tweet_sung\",\"v\":1,\"stream\":\"tweets\"}"))
                .isEqualTo(new Unknown(Event.Stream.TWEETS, "Unknown event type 'tweet_sung'"));
        assertThat(codec.read("{\"type\":\"tweet_posted\",\"v\":2,\"stream\":\"tweets\"}"))
                .isEqualTo(new Unknown(Event.Stream.TWEETS, "Unknown version 2 of event type 'tweet_posted'"));
    }

    @Test
    void noConsumerNeedsAnEventOfAnUnknownStreamOrOfARetiredType() {
        assertThat(codec.read("{\"type\":\"poll_closed\",\"v\":1,\"stream\":\"polls\"}"))
                .isEqualTo(new Unknown(null, "Unknown event type 'poll_closed'"));
        assertThat(codec.read("{\"type\":\"became_live\",\"v\":1,\"userId\":\"1\"}"))
                .isEqualTo(new Unknown(null, "Unknown event type 'became_live'"));
    }

    @Test
    void anOlderProgramsCodecDoesNotKnowNewerTypes() {
        EventCodec older = EventCodec.without(Set.of(TweetPosted.class));
        assertThat(older.read(codec.encode(new TweetPosted(12, 34))))
                .isEqualTo(new Unknown(Event.Stream.TWEETS, "Unknown event type 'tweet_posted'"));
    }

    @Test
    void whatIsMalformedIsNamed() {
        assertMalformed("{\"type\":\"tweet_sung\",\"v\":1}", "tweet_sung");
        assertMalformed("{\"type\":\"fame_lost\",\"v\":2,\"userId\":\"1\"}", "version 2");
        assertMalformed("{\"type\":\"fame_lost\",\"v\":1}", "userId");
        assertMalformed("{\"type\":\"fame_lost\",\"v\":1,\"userId\":null}", "null");
        assertMalformed("{\"type\":", "Malformed");
        assertMalformed("[]", "type ''");
        assertMalformed("", "type ''");
    }

    private void assertMalformed(String json, String reason) {
        assertThat(codec.read(json))
                .isInstanceOfSatisfying(
                        Malformed.class, read -> assertThat(read.problem()).contains(reason));
    }

    private Event decode(String json) {
        return ((TracedEvent) codec.read(json)).event();
    }

    private static List<Line> golden(String name) throws IOException {
        try (InputStream file = EventCodecTest.class.getResourceAsStream("/golden/" + name)) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(Line::of).toList();
        }
    }

    /** An event as text and as it is encoded. */
    private record Line(String event, String json) {
        static Line of(String line) {
            int end = line.indexOf(" {");
            return new Line(line.substring(0, end), line.substring(end + 1));
        }
    }
}

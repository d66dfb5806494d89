package social.roost.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Cursor;
import social.roost.timeline.HomeStage;
import social.roost.timeline.Place;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Viewer;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

/** What a stream sends in which order, and what it does about a client that missed much or reads slowly (E3, E5). */
@Timeout(60)
class LiveStreamTest {
    private static final long READER = 1;
    private static final long ALICE = 2;
    private static final int MOST_MISSED = 5;

    private final RecordedConnection client = new RecordedConnection();

    /** Runs once, when the stream next asks what is hidden from the reader. */
    private Runnable meanwhile = () -> {};

    private HomeStage stage;

    /** Of a client that has seen tweet 10. */
    private Cursor last;

    @BeforeEach
    void aReaderFollowsAlice(@TempDir Path folder) {
        stage = new HomeStage(folder);
        stage.follow(READER, ALICE);
        stage.post(10, ALICE);
        stage.settle(READER);
        last = stage.home().live(stage.viewer(READER), Optional.empty()).cursor();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void missedTweetsComeFirstAndOldestFirst() {
        post(11, 13);
        LiveStream stream = stream(last);
        stream.begin(MOST_MISSED);
        tweet(stream, 14);
        assertThat(client.sent).containsExactly("tweet 11", "tweet 12", "tweet 13", "tweet 14");
    }

    @Test
    void aTweetThatIsPostedBeforeTheMissedOnesAreReadIsSentOnceAndInItsPlace() {
        post(11, 12);
        LiveStream stream = stream(last);
        meanwhile = () -> tweet(stream, 13);
        stream.begin(MOST_MISSED);
        assertThat(client.sent).containsExactly("tweet 11", "tweet 12", "tweet 13");
    }

    @Test
    void aTweetThatIsPostedWhileMissedOnesAreSentWaitsForThem() {
        post(11, 13);
        LiveStream stream = stream(last);
        client.onSend = () -> tweet(stream, 14);
        stream.begin(MOST_MISSED);
        assertThat(client.sent).containsExactly("tweet 11", "tweet 12", "tweet 13", "tweet 14");
    }

    @Test
    void aClientContinuesAfterTheLastEventThatItReceived() {
        post(11, 13);
        stage.settle(READER);
        stream(last).begin(MOST_MISSED);
        for (int received = 1; received <= 3; received++) {
            RecordedConnection next = new RecordedConnection();
            stream(next, client.cursors.get(received - 1)).begin(MOST_MISSED);
            assertThat(next.sent).isEqualTo(client.sent.subList(received, 3));
        }
    }

    @Test
    void whoMissedMoreThanTheMaximumGetsAGapThatLeadsToAllOfIt() {
        post(11, 16);
        LiveStream stream = stream(last);
        stream.begin(MOST_MISSED);
        assertThat(client.sent).containsExactly("gap");
        assertThat(newerThan(client.gaps.getFirst())).containsExactly(16, 15, 14, 13, 12, 11);
        tweet(stream, 17);
        assertThat(client.sent).containsExactly("gap", "tweet 17");
    }

    @Test
    void moreTweetsThanMayWaitAreAGapToo() {
        post(11, 11);
        LiveStream stream = stream(last);
        meanwhile = () -> LongStream.range(1_000, 1_501).forEach(stream::tweet);
        stream.begin(MOST_MISSED);
        assertThat(client.sent).containsExactly("gap");
        assertThat(newerThan(client.gaps.getFirst())).containsExactly(11);
    }

    @Test
    void aClientThatReadsTooSlowlyGetsNothingAndThenAGap() {
        LiveStream stream = stream(last);
        stream.begin(MOST_MISSED);
        tweet(stream, 11);
        client.full = true;
        tweet(stream, 12);
        client.full = false;
        tweet(stream, 13);
        stream.send(new StreamEvent.Unread(1));
        assertThat(client.sent).as("until it has read everything").containsExactly("tweet 11");
        stream.drained();
        stream.drained();
        assertThat(client.sent).containsExactly("tweet 11", "gap");
        assertThat(newerThan(client.gaps.getFirst())).containsExactly(13, 12);
        tweet(stream, 14);
        assertThat(client.sent).containsExactly("tweet 11", "gap", "tweet 14");
    }

    @Test
    void aClientThatGetsSlowAmongMissedTweetsReadsTheOthersFromTheGap() {
        post(11, 13);
        stage.settle(READER);
        LiveStream stream = stream(last);
        client.onSend = () -> client.full = true;
        stream.begin(MOST_MISSED);
        client.full = false;
        stream.drained();
        assertThat(client.sent).containsExactly("tweet 11", "gap");
        assertThat(newerThan(client.gaps.getFirst())).containsExactly(13, 12);
    }

    @Test
    void itIsKnownSinceWhenAClientReadsTooSlowly() {
        LiveStream stream = stream(last);
        stream.begin(MOST_MISSED);
        long before = System.nanoTime();
        assertThat(stream.isFullSince(before)).isFalse();
        client.full = true;
        tweet(stream, 11);
        assertThat(stream.isFullSince(before)).isFalse();
        assertThat(stream.isFullSince(System.nanoTime() + 1)).isTrue();
        stream.drained();
        assertThat(stream.isFullSince(System.nanoTime() + 1)).isFalse();
    }

    @Test
    void whoIsBlockedMeanwhileIsHiddenFromThenOn() {
        LiveStream stream = stream(last);
        stream.begin(MOST_MISSED);
        Tweet shown = new Tweet(10, ALICE, "hello", Entities.NONE, References.NONE, 10, Visibility.PUBLIC);
        stream.send(new StreamEvent.Deleted(10), shown);
        stage.block(ALICE, READER);
        stream.send(new StreamEvent.Deleted(10), shown);
        tweet(stream, 11);
        assertThat(client.sent).containsExactly("deleted 10");
    }

    @Test
    void aClosedStreamSendsNothing() {
        LiveStream stream = stream(last);
        stream.begin(MOST_MISSED);
        stream.close(Closing.TOO_SLOW);
        stream.close(Closing.RESTART);
        tweet(stream, 11);
        stream.send(new StreamEvent.Unread(1));
        assertThat(client.sent).containsExactly("close TOO_SLOW");
    }

    private LiveStream stream(Cursor since) {
        return stream(client, since);
    }

    private LiveStream stream(Connection connection, Cursor since) {
        return new LiveStream(connection, stage.home().live(stage.viewer(READER), Optional.of(since)), this::viewer);
    }

    private Viewer viewer() {
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
        return stage.viewer(READER);
    }

    private void post(long first, long last) {
        LongStream.rangeClosed(first, last).forEach(id -> stage.post(id, ALICE));
    }

    /** A tweet is posted and announced to the stream. */
    private void tweet(LiveStream stream, long id) {
        stage.post(id, ALICE);
        stream.tweet(id);
    }

    private long[] newerThan(Cursor cursor) {
        return HomeStage.ids(stage.page(READER, Place.of(cursor), 20));
    }

    /** Records what is sent, each event as its kind and tweet. */
    private static final class RecordedConnection implements Connection {
        final List<String> sent = new ArrayList<>();
        final List<Cursor> cursors = new ArrayList<>();
        final List<Cursor> gaps = new ArrayList<>();
        boolean full;

        /** Runs once, when something has been sent. */
        Runnable onSend = () -> {};

        @Override
        public void send(StreamEvent event, Cursor at) {
            sent.add(
                    switch (event) {
                        case StreamEvent.Tweet(var page) -> "tweet " + HomeStage.ids(page)[0];
                        case StreamEvent.Deleted(long tweetId) -> "deleted " + tweetId;
                        case StreamEvent.Edited(var tweet) -> "edited " + tweet.id();
                        case StreamEvent.Unread _ -> "unread";
                        case StreamEvent.Gap(Cursor cursor) -> {
                            gaps.add(cursor);
                            yield "gap";
                        }
                        case StreamEvent.CountsChanged _,
                                StreamEvent.Notified _,
                                StreamEvent.MediaChanged _,
                                StreamEvent.TrendsChanged _,
                                StreamEvent.ListChanged _,
                                StreamEvent.Message _,
                                StreamEvent.MessageRead _,
                                StreamEvent.Typing _,
                                StreamEvent.ConversationChanged _,
                                StreamEvent.Reconnect _,
                                StreamEvent.Failed _ -> throw new AssertionError("Unexpected " + event);
                    });
            cursors.add(at);
            Runnable now = onSend;
            onSend = () -> {};
            now.run();
        }

        @Override
        public boolean isFull() {
            return full;
        }

        @Override
        public void ping() {}

        @Override
        public long heardNanos() {
            return 0;
        }

        @Override
        public void close(Closing closing) {
            sent.add("close " + closing);
        }
    }
}

package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import social.roost.base.ReadSteps;
import social.roost.tweet.Counts;
import social.roost.tweet.References;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;
import social.roost.view.Entry;
import social.roost.view.TweetPage;

/** Which retweets show a reader nothing new. */
class RepetitionsTest {
    private static final long ORIGINAL = 5;
    private static final long TOP = 1_000;

    private final Listed timeline = new Listed();

    @Test
    void aRetweetRepeatsItsOriginalBelow() {
        timeline.tweet(ORIGINAL);
        assertThat(isRepetition(retweet(TOP, ORIGINAL))).isTrue();
    }

    @Test
    void aRetweetRepeatsAnotherRetweetOfTheSameBelow() {
        timeline.add(retweet(10, ORIGINAL));
        assertThat(isRepetition(retweet(TOP, ORIGINAL))).isTrue();
    }

    @Test
    void aRetweetOfSomethingElseIsNew() {
        timeline.tweet(ORIGINAL + 1);
        timeline.add(retweet(10, ORIGINAL + 1));
        assertThat(isRepetition(retweet(TOP, ORIGINAL))).isFalse();
    }

    @Test
    void whatIsNoRetweetIsNew() {
        timeline.add(retweet(10, ORIGINAL));
        assertThat(isRepetition(tweet(ORIGINAL))).isFalse();
    }

    @Test
    void onlyTheFortyRightBelowCount() {
        timeline.tweet(ORIGINAL);
        LongStream.range(0, Repetitions.WINDOW - 1).forEach(i -> timeline.tweet(100 + i));
        assertThat(isRepetition(retweet(TOP, ORIGINAL))).isTrue();
        timeline.tweet(200);
        assertThat(isRepetition(retweet(TOP, ORIGINAL))).isFalse();
    }

    private boolean isRepetition(Entry entry) {
        return Repetitions.isOne(entry, new Candidates(timeline, entry.id(), new ReadSteps(Repetitions.WINDOW)), 0);
    }

    private static Entry tweet(long id) {
        Tweet tweet = new Tweet(id, 1, "tweet " + id, Entities.NONE, References.NONE, id, Visibility.PUBLIC);
        return new Entry(new StoredTweet(tweet, Counts.NONE), List.of());
    }

    private static Entry retweet(long id, long original) {
        return new Entry(
                new StoredTweet(Tweet.retweet(id, 2, original), Counts.NONE),
                List.of(tweet(original).tweet()));
    }

    /** A timeline of these entries. */
    private static final class Listed implements Timeline {
        private final TreeMap<Long, Entry> entries = new TreeMap<>();

        void add(Entry entry) {
            entries.put(entry.id(), entry);
        }

        void tweet(long id) {
            add(RepetitionsTest.tweet(id));
        }

        @Override
        public long[] idsBelow(long before, int limit) {
            return entries.headMap(before, false).descendingMap().keySet().stream()
                    .limit(limit)
                    .mapToLong(id -> id)
                    .toArray();
        }

        @Override
        public long[] idsAbove(long after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> load(long[] ids) {
            return Arrays.stream(ids)
                    .mapToObj(id -> Objects.requireNonNull(entries.get(id)))
                    .toList();
        }

        @Override
        public boolean drops(Entry entry) {
            return false;
        }

        @Override
        public boolean dropsRepetitions() {
            return true;
        }

        @Override
        public TweetPage render(List<Entry> kept, @Nullable Place next, Place previous) {
            throw new UnsupportedOperationException();
        }
    }
}

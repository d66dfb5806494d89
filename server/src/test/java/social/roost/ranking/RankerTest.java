package social.roost.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import social.roost.base.Ids;
import social.roost.ranking.Explanation.Contribution;
import social.roost.ranking.Signal.Kind;
import social.roost.tweet.Counts;

@DisplayName("D6: what the ranking promises")
class RankerTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long HOUR = 3_600_000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @RepeatedTest(20)
    void theExplanationAddsUpToTheScoreToTheLastBit() {
        Ranking ranking = Ranker.rank(world(200), reader(), NOW);
        List<Explanation> explanations = ranking.explanations();
        double[] scores = ranking.scores();
        for (int i = 0; i < scores.length; i++) {
            assertThat(sum(explanations.get(i)))
                    .as("seed %s", seed)
                    .isEqualTo(scores[i])
                    .isFinite()
                    .isPositive();
        }
        assertThat(explanations).extracting(Explanation::tweetId).containsExactlyElementsOf(ids(ranking));
        assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    private static double sum(Explanation explanation) {
        double total = 0;
        for (Contribution each : explanation.parts()) {
            total = each.part().isFactor() ? total * each.contribution() : total + each.contribution();
        }
        return total;
    }

    @RepeatedTest(20)
    void moreLikesNeverLowerAScore() {
        Candidate[] world = world(100);
        ReaderSignals reader = reader();
        for (int i = 0; i < world.length; i++) {
            Candidate before = world[i];
            Counts counts = before.counts();
            Candidate after = with(
                    before,
                    new Counts(
                            counts.likes() + 1 + random.nextInt(1_000),
                            counts.retweets(),
                            counts.replies(),
                            counts.quotes()));
            assertThat(alone(after, reader)).as("seed %s", seed).isGreaterThanOrEqualTo(alone(before, reader));
        }
    }

    @RepeatedTest(20)
    void theSameInputGivesTheSameOrder() {
        Candidate[] world = world(300);
        List<Candidate> shuffled = new ArrayList<>(List.of(world));
        Collections.shuffle(shuffled, random);
        ReaderSignals reader = reader();
        assertThat(Ranker.rank(shuffled.toArray(Candidate[]::new), reader, NOW).ids())
                .as("seed %s", seed)
                .isEqualTo(Ranker.rank(world, reader, NOW).ids());
    }

    @Test
    @DisplayName("Extreme counts and clocks give finite scores")
    void extremes() {
        Candidate[] extremes = {
            with(candidate(1, 1), new Counts(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)),
            at(2, 2, 0),
            at(3, 3, NOW + 1_000 * HOUR),
            seenBy(candidate(4, 4), Audience.about(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)),
        };
        double[] scores = Ranker.rank(extremes, ReaderSignals.NONE, NOW).scores();
        assertThat(scores).hasSize(4);
        for (double score : scores) {
            assertThat(score).isFinite().isNotNegative();
        }
        assertThat(Ranker.rank(new Candidate[0], ReaderSignals.NONE, NOW).ids()).isEmpty();
    }

    @Test
    @DisplayName("Of a tweet and its retweets one remains, and of a conversation two (bluesky social-app#5876, #43)")
    void repetitions() {
        List<Candidate> all = new ArrayList<>();
        all.add(candidate(100, 1));
        LongStream.range(101, 105)
                .forEach(id -> all.add(
                        new Candidate(id, id, 100, 100, NOW - HOUR, Counts.NONE, Audience.NONE, Rates.TYPICAL)));
        LongStream.range(200, 210)
                .forEach(id ->
                        all.add(new Candidate(id, id, id, 200, NOW - HOUR, Counts.NONE, Audience.NONE, Rates.TYPICAL)));
        long[] ids = Ranker.rank(all.toArray(Candidate[]::new), ReaderSignals.NONE, NOW)
                .ids();
        assertThat(LongStream.of(ids).filter(id -> id < 200)).hasSize(1);
        assertThat(LongStream.of(ids).filter(id -> id >= 200)).hasSize(2);
    }

    @Test
    @DisplayName("Rates decide, not the size of the audience (bluesky social-app#7047, misskey#14194)")
    void bigAccountsAreNotAlwaysOnTop() {
        Candidate big = seenBy(with(candidate(1, 1), likes(2_000)), Audience.about(1_000_000, 0, 0));
        Candidate small = seenBy(with(candidate(2, 2), likes(40)), Audience.about(200, 0, 0));
        assertThat(Ranker.rank(new Candidate[] {big, small}, ReaderSignals.NONE, NOW)
                        .ids())
                .containsExactly(2, 1);
    }

    @Test
    @DisplayName("Each \"less\" lowers the score, and its term says so (bluesky social-app#11727)")
    void lessLowersTheScore() {
        Candidate tweet = with(candidate(1, 7), likes(5));
        List<Signal> wishes = new ArrayList<>();
        double score = alone(tweet, ReaderSignals.of(wishes, Ids.NONE, NOW));
        for (int i = 1; i <= 3; i++) {
            wishes.add(new Signal(10 + i, 7, Kind.LESS, NOW));
            ReaderSignals reader = ReaderSignals.of(wishes, Ids.NONE, NOW);
            double lower = alone(tweet, reader);
            assertThat(lower).isPositive().isLessThan(score);
            Contribution less = part(tweet, reader, Part.LESS);
            assertThat(less.value()).isEqualTo(i);
            assertThat(less.contribution()).isNegative();
            score = lower;
        }
        wishes.clear();
        wishes.add(new Signal(20, 7, Kind.MORE, NOW));
        assertThat(alone(tweet, ReaderSignals.of(wishes, Ids.NONE, NOW)))
                .isGreaterThan(alone(tweet, ReaderSignals.NONE));
    }

    @Test
    @DisplayName("The reader's own tweet without likes does not stay on top (bluesky social-app#5649)")
    void ownTweetsAreRankedToo() {
        List<Candidate> all = new ArrayList<>();
        all.add(at(1, 99, NOW - 6 * HOUR));
        LongStream.range(2, 32).forEach(id -> all.add(popular(id, id, 20)));
        assertThat(Ranker.rank(all.toArray(Candidate[]::new), ReaderSignals.NONE, NOW)
                        .ids())
                .endsWith(1);
    }

    @Test
    @DisplayName("What the reader has seen sinks (bluesky social-app#3680)")
    void seenTweetsSink() {
        Candidate[] all =
                LongStream.range(1, 51).mapToObj(id -> candidate(id, id)).toArray(Candidate[]::new);
        long[] first = Arrays.copyOf(Ranker.rank(all, ReaderSignals.NONE, NOW).ids(), 20);
        long[] second = Arrays.copyOf(
                Ranker.rank(all, ReaderSignals.of(List.of(), first, NOW), NOW).ids(), 20);
        assertThat(second).doesNotContain(first);
    }

    @Test
    void thoseWithWhomTheReaderInteractsComeFirst() {
        Candidate[] both = {candidate(1, 1), candidate(2, 2)};
        List<Signal> liked = List.of(new Signal(50, 1, Kind.LIKE, NOW), new Signal(51, 1, Kind.REPLY, NOW));
        assertThat(Ranker.rank(both, ReaderSignals.NONE, NOW).ids()).containsExactly(2, 1);
        assertThat(Ranker.rank(both, ReaderSignals.of(liked, Ids.NONE, NOW), NOW)
                        .ids())
                .containsExactly(1, 2);
        List<Signal> longAgo = List.of(new Signal(50, 1, Kind.LIKE, NOW - 365 * 24 * HOUR));
        assertThat(part(both[0], ReaderSignals.of(longAgo, Ids.NONE, NOW), Part.AFFINITY)
                        .contribution())
                .isLessThan(1.001);
    }

    @Test
    void anAuthorDoesNotFillThePage() {
        List<Candidate> all = new ArrayList<>();
        LongStream.range(100, 120).forEach(id -> all.add(popular(id, 1, 30)));
        LongStream.range(1, 11).forEach(id -> all.add(popular(id, id + 1, 20)));
        long[] ids = Ranker.rank(all.toArray(Candidate[]::new), ReaderSignals.NONE, NOW)
                .ids();
        assertThat(LongStream.of(ids).limit(12).filter(id -> id >= 100).count()).isLessThanOrEqualTo(3);
    }

    @Test
    void theNumberOfImpressionsIsNotRevealed() {
        assertThat(Audience.about(1_234_567, 0, 0).impressions()).isEqualTo(1 << 20);
        assertThat(Audience.about(3, 0, 0).impressions()).isEqualTo(3);
        assertThat(Audience.about(0, 0, 0).impressions()).isZero();
    }

    private static Contribution part(Candidate candidate, ReaderSignals reader, Part part) {
        return Ranker.rank(new Candidate[] {candidate}, reader, NOW)
                .explanations()
                .getFirst()
                .parts()
                .get(part.place());
    }

    private static double alone(Candidate candidate, ReaderSignals reader) {
        return Ranker.rank(new Candidate[] {candidate}, reader, NOW).scores()[0];
    }

    private static List<Long> ids(Ranking ranking) {
        return LongStream.of(ranking.ids()).boxed().toList();
    }

    private static Candidate candidate(long id, long authorId) {
        return new Candidate(id, authorId, id, id, NOW - HOUR, Counts.NONE, Audience.NONE, Rates.TYPICAL);
    }

    private static Candidate with(Candidate each, Counts counts) {
        return new Candidate(
                each.id(),
                each.authorId(),
                each.subjectId(),
                each.conversationId(),
                each.createdAt(),
                counts,
                each.audience(),
                each.prior());
    }

    private static Candidate seenBy(Candidate each, Audience audience) {
        return new Candidate(
                each.id(),
                each.authorId(),
                each.subjectId(),
                each.conversationId(),
                each.createdAt(),
                each.counts(),
                audience,
                each.prior());
    }

    private static Candidate at(long id, long authorId, long createdAt) {
        return new Candidate(id, authorId, id, id, createdAt, Counts.NONE, Audience.NONE, Rates.TYPICAL);
    }

    private static Candidate popular(long id, long authorId, int likes) {
        return seenBy(with(candidate(id, authorId), likes(likes)), Audience.about(400, 5, 0));
    }

    private static Counts likes(int count) {
        return new Counts(count, count / 10, count / 10, 0);
    }

    private ReaderSignals reader() {
        List<Signal> signals = IntStream.range(0, 100)
                .mapToObj(i -> new Signal(
                        i, random.nextInt(30), Kind.of(1 + random.nextInt(6)), NOW - random.nextLong(100) * 24 * HOUR))
                .toList();
        return ReaderSignals.of(signals, random.longs(50, 0, 300).toArray(), NOW);
    }

    private Candidate[] world(int count) {
        return IntStream.range(0, count).mapToObj(this::anyone).toArray(Candidate[]::new);
    }

    private Candidate anyone(int id) {
        boolean isRetweet = random.nextInt(5) == 0;
        return new Candidate(
                id,
                random.nextInt(30),
                isRetweet ? random.nextInt(count()) : id,
                random.nextInt(count()),
                NOW - random.nextLong(72 * HOUR),
                new Counts(any(), any(), any(), any()),
                Audience.about(random.nextInt(100_000), any(), any()),
                Rates.TYPICAL);
    }

    private static int count() {
        return 300;
    }

    private long any() {
        return (long) Math.pow(10, random.nextDouble() * 5) - 1;
    }
}

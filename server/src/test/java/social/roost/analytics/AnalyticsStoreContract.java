package social.roost.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.analytics.AnalyticsStore.Report;
import social.roost.analytics.AnalyticsStore.Seen;

/** What every {@link AnalyticsStore} promises, a test for each promise (issue 21.4). */
@Timeout(120)
public abstract class AnalyticsStoreContract {
    private static final long SECOND = TimeUnit.SECONDS.toMillis(1);
    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    /** The beginning of a day. */
    private static final long START = 20_000 * DAY;

    private static final long AUTHOR = 1;
    private static final long TWEET = 100;
    private static final long VIEWER = 7;

    private int keys;

    /** The store of this test, empty at first. */
    protected abstract AnalyticsStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aViewerCountsOnceInADayAndItsViewsOnceInHalfAMinute() {
        view(VIEWER, START);
        view(VIEWER, START + 29 * SECOND);
        assertCounts(1, 1);
        view(VIEWER, START + 30 * SECOND);
        view(VIEWER, START + 45 * SECOND);
        assertCounts(2, 1);
        view(8, START + 45 * SECOND);
        assertCounts(3, 2);
        view(VIEWER, START + DAY - 1);
        assertCounts(4, 2);
        view(VIEWER, START + DAY);
        assertCounts(5, 3);
    }

    @Test
    void aReportCountsOnceInADay() {
        report("a", START, seen(TWEET, Measure.IMPRESSIONS, START));
        report("a", START + MINUTE, seen(TWEET, Measure.IMPRESSIONS, START + MINUTE));
        assertCounts(1, 1);
        store().report(new Report(8, "a", List.of(seen(TWEET, Measure.IMPRESSIONS, START))), START);
        assertCounts(2, 2);
        report("a", START + DAY, seen(TWEET, Measure.IMPRESSIONS, START + DAY));
        assertCounts(3, 3);
    }

    @Test
    void aReportCanHaveATweetSeveralTimesAndInAnyOrder() {
        report(
                "a",
                START + HOUR,
                seen(TWEET, Measure.IMPRESSIONS, START + MINUTE),
                seen(TWEET, Measure.LINK_OPENS, START + 2),
                seen(TWEET, Measure.LINK_OPENS, START + 3),
                seen(TWEET, Measure.IMPRESSIONS, START),
                seen(TWEET + 1, Measure.IMPRESSIONS, START),
                seen(TWEET, Measure.IMPRESSIONS, START + 1));
        assertCounts(2, 1);
        assertThat(total(TWEET).of(Measure.LINK_OPENS)).isEqualTo(1);
        assertThat(total(TWEET).of(Measure.ENGAGED_VIEWERS)).isEqualTo(1);
        assertThat(total(TWEET + 1).of(Measure.VIEWERS)).isEqualTo(1);
    }

    @Test
    void anEngagementCountsAViewIfThereIsNone() {
        engage(VIEWER, Measure.LIKES, 0, START);
        engage(VIEWER, Measure.LIKES, 0, START + MINUTE);
        assertCounts(1, 1);
        engage(VIEWER, Measure.BOOKMARKS, 0, START + HOUR);
        assertCounts(1, 1);
        Tally total = total(TWEET);
        assertThat(total.of(Measure.LIKES)).isEqualTo(1);
        assertThat(total.of(Measure.BOOKMARKS)).isEqualTo(1);
        assertThat(total.of(Measure.ENGAGED_VIEWERS)).isEqualTo(1);
        view(8, START);
        engage(8, Measure.LIKES, 0, START);
        assertCounts(2, 2);
    }

    @Test
    void repliesCountByTheirIds() {
        engage(VIEWER, Measure.REPLIES, 200, START);
        engage(VIEWER, Measure.REPLIES, 201, START);
        engage(VIEWER, Measure.REPLIES, 200, START);
        assertThat(total(TWEET).of(Measure.REPLIES)).isEqualTo(2);
        store().withdraw(VIEWER, TWEET, Measure.REPLIES, 200, START + HOUR);
        assertThat(total(TWEET).of(Measure.REPLIES)).isEqualTo(1);
    }

    @Test
    void anEngagementCanBeTakenBackForADay() {
        engage(VIEWER, Measure.LIKES, 0, START);
        store().withdraw(VIEWER, TWEET, Measure.LIKES, 0, START + DAY - 1);
        store().withdraw(VIEWER, TWEET, Measure.LIKES, 0, START + DAY - 1);
        assertThat(total(TWEET).of(Measure.LIKES)).isZero();
        assertCounts(1, 1);
        engage(8, Measure.LIKES, 0, START);
        store().withdraw(8, TWEET, Measure.LIKES, 0, START + DAY);
        assertThat(total(TWEET).of(Measure.LIKES)).isEqualTo(1);
    }

    @Test
    void engagedTweetsAreFoundByAuthorAndTime() {
        engage(VIEWER, Measure.PROFILE_OPENS, 0, START);
        assertThat(engaged(Measure.PROFILE_OPENS, START - 1)).containsExactly(TWEET);
        assertThat(engaged(Measure.PROFILE_OPENS, START)).isEmpty();
        engage(VIEWER, Measure.PROFILE_OPENS, 0, START + HOUR);
        assertThat(engaged(Measure.PROFILE_OPENS, START + MINUTE)).containsExactly(TWEET);
        assertThat(engaged(Measure.FOLLOWS, 0)).isEmpty();
        assertThat(store().engagedTweets(VIEWER, 2, Measure.PROFILE_OPENS, 0)).isEmpty();
    }

    @Test
    void theLastEngagedTweetIsTheFirst() {
        List<Long> tweets = LongStream.range(TWEET, TWEET + 20).boxed().toList();
        for (long tweet : tweets) {
            long at = START + (TWEET + 20 - tweet) * MINUTE;
            store().engage(VIEWER, new Seen(tweet, AUTHOR, Measure.PROFILE_OPENS, 0, at));
        }
        assertThat(engaged(Measure.PROFILE_OPENS, 0)).isEqualTo(tweets);
    }

    private List<Long> engaged(Measure measure, long since) {
        return store().engagedTweets(VIEWER, AUTHOR, measure, since).stream()
                .map(AnalyticsStore.Engaged::tweetId)
                .toList();
    }

    @Test
    void aRemovedViewerLeavesTheLastDayOnly() {
        view(VIEWER, START);
        view(VIEWER, START + DAY + HOUR);
        view(VIEWER, START + DAY + 2 * HOUR);
        engage(VIEWER, Measure.LIKES, 0, START + DAY + 3 * HOUR);
        view(8, START + DAY + HOUR);
        for (int i = 1; i <= 600; i++) {
            report("many " + i, START + DAY, seen(TWEET + i, Measure.IMPRESSIONS, START + DAY + HOUR));
        }
        store().removeViewer(VIEWER, START + DAY + 4 * HOUR);
        store().removeViewer(VIEWER, START + DAY + 4 * HOUR);
        assertCounts(2, 2);
        assertThat(total(TWEET).of(Measure.LIKES)).isZero();
        assertThat(total(TWEET).of(Measure.ENGAGED_VIEWERS)).isZero();
        assertThat(LongStream.rangeClosed(1, 600)
                        .map(i -> total(TWEET + i).of(Measure.IMPRESSIONS))
                        .sum())
                .isZero();
    }

    @Test
    void countsAreByHourAndDay() {
        view(VIEWER, START + HOUR - 1);
        view(8, START + HOUR);
        report("other", START, seen(TWEET + 1, Measure.IMPRESSIONS, START + 2 * DAY));
        assertThat(store().hoursOfTweet(TWEET)).containsOnlyKeys(START, START + HOUR);
        assertThat(store().daysOfAuthor(AUTHOR, START)).containsOnlyKeys(START, START + 2 * DAY);
        assertThat(store().daysOfAuthor(AUTHOR, START)
                        .getOrDefault(START, new Tally())
                        .of(Measure.VIEWERS))
                .isEqualTo(2);
        assertThat(store().daysOfAuthor(AUTHOR, START + DAY)).containsOnlyKeys(START + 2 * DAY);
        assertThat(store().daysOfAuthor(2, START)).isEmpty();
        assertThat(store().hoursOfTweet(99)).isEmpty();
    }

    @Test
    void tidyingChangesNoSumAndMergesOldHours() {
        for (int hour = 0; hour < 26; hour++) {
            view(VIEWER, START + hour * HOUR);
        }
        Tally before = total(TWEET);
        store().tidy(START + 26 * HOUR);
        assertThat(store().hoursOfTweet(TWEET)).hasSize(26);
        store().tidy(START + 92 * DAY);
        assertThat(store().hoursOfTweet(TWEET)).containsOnlyKeys(START, START + DAY);
        assertThat(total(TWEET)).isEqualTo(before);
        store().removeViewer(VIEWER, START + 26 * HOUR);
        assertThat(total(TWEET)).as("nobody is known any more").isEqualTo(before);
    }

    @Test
    void concurrentReportsCountAsIfOneCameAfterTheOther() throws Exception {
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                String key = "k" + i / 2;
                done.add(executor.submit(() -> report(
                        key,
                        START,
                        seen(TWEET, Measure.IMPRESSIONS, START),
                        seen(TWEET + 1, Measure.MEDIA_OPENS, START),
                        seen(TWEET + 2, Measure.IMPRESSIONS, START))));
            }
            for (Future<?> one : done) {
                Object _ = one.get();
            }
        }
        assertCounts(1, 1);
        assertThat(total(TWEET + 1).of(Measure.MEDIA_OPENS)).isEqualTo(1);
    }

    @Test
    void whatWasReportedSurvivesACrash() throws Exception {
        view(VIEWER, START);
        engage(8, Measure.QUOTES, 5, START);
        crash();
        assertCounts(2, 2);
        view(VIEWER, START + 1);
        engage(8, Measure.QUOTES, 5, START);
        assertCounts(2, 2);
        assertThat(total(TWEET).of(Measure.QUOTES)).isEqualTo(1);
    }

    /** After each step of a random history, in each hour and in total. */
    @Test
    void impressionsAreAtLeastViewersAndViewersAtLeastEngagedViewers() {
        long seed = Long.getLong("roost.seed", System.nanoTime());
        Random random = new Random(seed);
        long now = START;
        for (int i = 0; i < 400; i++) {
            now += random.nextLong(random.nextInt(10) == 0 ? 10 * HOUR : 5 * MINUTE);
            long at = now - random.nextLong(HOUR);
            long viewer = 10L + random.nextInt(4);
            Measure measure = measure(random);
            switch (random.nextInt(12)) {
                case 0 -> store().removeViewer(viewer, now);
                case 1 -> store().tidy(now);
                case 2, 3 -> store().withdraw(viewer, TWEET, measure, 0, now);
                case 4, 5, 6 -> engage(viewer, measure == Measure.IMPRESSIONS ? Measure.LIKES : measure, 0, at);
                default ->
                    store().report(
                                    new Report(viewer, "k" + random.nextInt(300), List.of(seen(TWEET, measure, at))),
                                    now);
            }
            store().hoursOfTweet(TWEET).forEach((hour, tally) -> assertOrdered(seed, tally));
            assertOrdered(seed, total(TWEET));
        }
    }

    private static Measure measure(Random random) {
        Measure measure = Measure.of(1 + random.nextInt(Measure.values().length));
        return measure == Measure.VIEWERS || measure == Measure.ENGAGED_VIEWERS ? Measure.IMPRESSIONS : measure;
    }

    private static void assertOrdered(long seed, Tally tally) {
        assertThat(tally.of(Measure.IMPRESSIONS)).as("seed %s", seed).isGreaterThanOrEqualTo(tally.of(Measure.VIEWERS));
        assertThat(tally.of(Measure.VIEWERS))
                .as("seed %s", seed)
                .isGreaterThanOrEqualTo(tally.of(Measure.ENGAGED_VIEWERS));
        for (Measure measure : Measure.values()) {
            assertThat(tally.of(measure)).as("%s, seed %s", measure, seed).isNotNegative();
        }
    }

    private void assertCounts(long impressions, long viewers) {
        Tally total = total(TWEET);
        assertThat(total.of(Measure.IMPRESSIONS)).as("impressions").isEqualTo(impressions);
        assertThat(total.of(Measure.VIEWERS)).as("viewers").isEqualTo(viewers);
    }

    private Tally total(long tweetId) {
        Tally total = new Tally();
        store().hoursOfTweet(tweetId).values().forEach(total::add);
        return total;
    }

    private void view(long viewer, long at) {
        store().report(new Report(viewer, "view " + keys++, List.of(seen(TWEET, Measure.IMPRESSIONS, at))), at);
    }

    private void engage(long viewer, Measure measure, long reference, long at) {
        store().engage(viewer, new Seen(TWEET, AUTHOR, measure, reference, at));
    }

    private void report(String key, long now, Seen... items) {
        store().report(new Report(VIEWER, key, List.of(items)), now);
    }

    private static Seen seen(long tweet, Measure measure, long at) {
        return new Seen(tweet, AUTHOR, measure, 0, at);
    }
}

package social.roost.tweet.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Together;
import social.roost.event.EventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.Counts;
import social.roost.tweet.Mark;

/** Thousands of likes of one tweet, whose events have one key: how soon they are counted (SPEC C3). */
class HotTweetTest extends OnTweetStage {
    private static final int LIKES = 1_000;
    private static final int ALONE = 200;
    private static final long TWEET = TweetStage.idBefore(0);

    @Test
    void theCountOfAHotTweetCatchesUp(@TempDir Path folder) throws Exception {
        try (SqliteStage stageOfLog = new SqliteStage(folder)) {
            EventLog log = stageOfLog.events();
            var _ = log.subscribe("counts", stage.engagements().counter(log));
            double liking = seconds(() -> Together.callAll(LongStream.rangeClosed(1, LIKES)
                    .<Callable<Boolean>>mapToObj(
                            user -> () -> stage.engagements().add(Mark.LIKE, user, TWEET, TweetStage.NOON))
                    .toList()));
            log.append(stage.relayed);
            double counting = seconds(() -> {
                while (log.lag("counts") > 0) {
                    Thread.sleep(1);
                }
                return LIKES;
            });
            System.out.printf(
                    "HotTweetTest: %,d likes at once, %.0f a second; then counted, %.0f a second%n",
                    LIKES, LIKES / liking, LIKES / counting);
            assertThat(stage.engagements().counts(new long[] {TWEET})).containsEntry(TWEET, new Counts(LIKES, 0, 0, 0));
            assertThat(stage.engagements().recount()).isEmpty();
        }
    }

    @Test
    void aLikeWaitsForNoCount() throws Exception {
        double[] times = new double[ALONE];
        for (int i = 0; i < ALONE; i++) {
            long user = 1L + i;
            times[i] = seconds(() -> stage.engagements().add(Mark.LIKE, user, TWEET, TweetStage.NOON));
        }
        Arrays.sort(times);
        System.out.printf(
                "HotTweetTest: a like alone takes %.1f ms, one of a hundred %.1f%n",
                times[ALONE / 2] * 1e3, times[ALONE * 99 / 100] * 1e3);
        assertThat(stage.engagements().counts(new long[] {TWEET})).isEmpty();
        assertThat(stage.relayed).hasSize(ALONE);
    }

    private static double seconds(Callable<?> task) throws Exception {
        long begin = System.nanoTime();
        Object _ = task.call();
        return (System.nanoTime() - begin) / 1e9;
    }
}

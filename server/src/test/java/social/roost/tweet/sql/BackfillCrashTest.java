package social.roost.tweet.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Scans;
import social.roost.base.Seed;
import social.roost.driver.sqlite.SqliteDatabase;
import social.roost.driver.sqlite.SqliteSettings;
import social.roost.event.Await;
import social.roost.event.sql.SqlEventLog;
import social.roost.event.sql.SqlEventLogSettings;
import social.roost.tweet.Tweet;

/**
 * A new consumer indexes all tweets, in a process that is killed twice meanwhile and posts and deletes tweets all the time.
 *
 * <p>{@code -Droost.backfill.tweets=N} sets how many tweets there are at first.
 */
@Timeout(600)
class BackfillCrashTest {
    private static final int TWEETS = Integer.getInteger("roost.backfill.tweets", 100_000);

    @RegisterExtension
    final Seed seed = new Seed();

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(process -> process.destroyForcibly().onExit().join());
    }

    @Test
    void nothingIsMissingAndNothingDeletedComesBackAfterTwoKills() throws Exception {
        withTweets(this::fill);
        for (int kill = 1; kill <= 2; kill++) {
            Process process = start(kill);
            int enough = kill * TWEETS / 3;
            Await.until(() -> entries() >= enough || !process.isAlive());
            assertThat(process.isAlive()).as("still at work when it is killed").isTrue();
            process.destroyForcibly().onExit().join();
        }
        assertThat(entries()).as("changes before the last start").isLessThan(TWEETS);
        assertThat(start(3).waitFor()).isZero();
        withTweets(this::compare);
    }

    private void fill(SqlTweetStore tweets, SqliteDatabase database) {
        boolean _ = database.write(handle -> {
            for (long id = 1; id <= TWEETS; id++) {
                TweetRow.insert(handle, BackfillProcess.tweet(id));
            }
            return true;
        });
    }

    private void compare(SqlTweetStore tweets, SqliteDatabase database) throws IOException {
        Set<Long> stored =
                Scans.all(tweets::scan, 1_000).stream().map(Tweet::id).collect(Collectors.toCollection(HashSet::new));
        Set<Long> indexed = TweetIndex.ids(BackfillProcess.index(folder));
        assertThat(difference(stored, indexed)).as("missing in the index").isEmpty();
        assertThat(difference(indexed, stored)).as("deleted, but in the index").isEmpty();
        assertThat(tweets.greatestId()).as("tweets posted meanwhile").isGreaterThan(TWEETS + 100L);
        assertThat(TweetIndex.changes(BackfillProcess.index(folder)))
                .as("what was done before a kill is not done again")
                .hasSizeLessThan(TWEETS + 4 * (int) (tweets.greatestId() - TWEETS) + 5_000);
    }

    private static List<Long> difference(Set<Long> all, Set<Long> without) {
        return all.stream().filter(id -> !without.contains(id)).sorted().toList();
    }

    private void withTweets(Work work) throws Exception {
        try (SqliteDatabase database =
                        SqliteDatabase.open(BackfillProcess.database(folder), SqliteSettings.defaults());
                SqlEventLog log = new SqlEventLog(database, SqlEventLogSettings.defaults())) {
            work.run(new SqlTweetStore(database, log), database);
            assertThat(log.deadLetters(BackfillProcess.GROUP, 1)).isEmpty();
        }
    }

    private Process start(int number) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackfillProcess.class.getName(),
                        folder.toString(),
                        Long.toString(seed.value() + number))
                .inheritIO()
                .start();
        started.add(process);
        return process;
    }

    private long entries() {
        try {
            Path index = BackfillProcess.index(folder);
            // The id of an entry has six digits or less, and one sign and one line feed beside.
            return Files.exists(index) ? Files.size(index) / 8 : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(SqlTweetStore tweets, SqliteDatabase database) throws Exception;
    }
}

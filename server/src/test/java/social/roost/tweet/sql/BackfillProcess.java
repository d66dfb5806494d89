package social.roost.tweet.sql;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import social.roost.driver.sqlite.SqliteDatabase;
import social.roost.driver.sqlite.SqliteSettings;
import social.roost.event.Backfill;
import social.roost.event.BackfillSettings;
import social.roost.event.DeliverySettings;
import social.roost.event.sql.SqlBackfillStore;
import social.roost.event.sql.SqlEventLog;
import social.roost.event.sql.SqlEventLogSettings;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

/**
 * A process that indexes all tweets of a database while it posts and deletes some; to be killed at any time. It ends by itself when
 * the index is complete. Arguments: folder, seed.
 */
final class BackfillProcess {
    static final String GROUP = "index";
    private static final int AUTHORS = 500;
    private static final BackfillSettings SETTINGS = new BackfillSettings(
            500, 20_000, Duration.ofSeconds(1), Duration.ofMillis(100), DeliverySettings.defaults());

    private final SqlTweetStore tweets;
    private final Random random;
    private final List<Long> own = new ArrayList<>();
    private long nextId;

    private BackfillProcess(SqlTweetStore tweets, long seed) {
        this.tweets = tweets;
        this.random = new Random(seed);
        this.nextId = tweets.greatestId() + 1;
    }

    static Path database(Path folder) {
        return folder.resolve("roost.db");
    }

    static Path index(Path folder) {
        return folder.resolve("index");
    }

    static Tweet tweet(long id) {
        return new Tweet(id, id % AUTHORS, "tweet " + id, Entities.NONE, References.NONE, id, Visibility.PUBLIC);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (SqliteDatabase database = SqliteDatabase.open(database(folder), SqliteSettings.defaults());
                SqlEventLog log = new SqlEventLog(database, SqlEventLogSettings.defaults());
                TweetIndex index = new TweetIndex(new SqlTweetStore(database, log), index(folder))) {
            SqlTweetStore tweets = new SqlTweetStore(database, log);
            try (Backfill backfill = new Backfill(
                    log, new SqlBackfillStore(database), GROUP, index, List.of(tweets.posted()), SETTINGS)) {
                new BackfillProcess(tweets, Long.parseLong(arguments[1])).writeUntilDone(backfill);
                while (backfill.lag() > 0) {
                    Thread.sleep(5);
                }
            }
        }
    }

    private void writeUntilDone(Backfill backfill) throws InterruptedException {
        while (!backfill.isDone()) {
            write();
            Thread.sleep(1);
        }
        for (int i = 0; i < 100; i++) {
            write();
        }
    }

    /** Posts a tweet, and deletes an old one and one of its own. */
    private void write() {
        long id = nextId++;
        tweets.post(tweet(id), null);
        own.add(id);
        tweets.delete(1 + random.nextLong(id), 1);
        tweets.delete(own.get(random.nextInt(own.size())), 1);
    }
}

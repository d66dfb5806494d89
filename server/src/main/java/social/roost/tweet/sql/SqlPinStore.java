package social.roost.tweet.sql;

import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;
import social.roost.tweet.PinStore;

/** Pinned tweets in the table {@code pinned_tweet}. */
public final class SqlPinStore implements PinStore {
    private final Database database;

    public SqlPinStore(Database database) {
        this.database = database;
    }

    @Override
    public void pin(long userId, long tweetId) {
        int _ = database.write(handle -> handle.execute(
                "INSERT INTO pinned_tweet (user_id, tweet_id) VALUES (?, ?)"
                        + " ON CONFLICT (user_id) DO UPDATE SET tweet_id = excluded.tweet_id",
                userId,
                tweetId));
    }

    @Override
    public void unpin(long userId, long tweetId) {
        int _ = database.write(handle ->
                handle.execute("DELETE FROM pinned_tweet WHERE user_id = ? AND tweet_id = ?", userId, tweetId));
    }

    @Override
    public @Nullable Long find(long userId) {
        return database.read(handle -> handle.createQuery("SELECT tweet_id FROM pinned_tweet WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(Long.class)
                .findOne()
                .orElse(null));
    }
}

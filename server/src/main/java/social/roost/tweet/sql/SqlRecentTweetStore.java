package social.roost.tweet.sql;

import social.roost.driver.sql.Database;
import social.roost.driver.sql.LongColumn;
import social.roost.tweet.RecentTweetStore;

/** Reads the newest rows of the table {@code tweet}, whose key is the id. */
public final class SqlRecentTweetStore implements RecentTweetStore {
    private final Database database;

    public SqlRecentTweetStore(Database database) {
        this.database = database;
    }

    @Override
    public long[] older(long before, int limit) {
        return ids("SELECT id FROM tweet WHERE id < ? AND deleted_at IS NULL ORDER BY id DESC LIMIT ?", before, limit);
    }

    @Override
    public long[] newer(long after, int limit) {
        return ids("""
                SELECT id FROM (SELECT id FROM tweet WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?) AS lowest
                ORDER BY id DESC""", after, limit);
    }

    @Override
    public long[] authors(int limit) {
        return ids("""
                SELECT author_id FROM (SELECT author_id, id FROM tweet ORDER BY id DESC LIMIT ?) AS newest
                GROUP BY author_id ORDER BY MAX(id) DESC LIMIT ?""", KEPT, limit);
    }

    private long[] ids(String sql, long first, int limit) {
        return database.read(
                handle -> LongColumn.read(handle.createQuery(sql).bind(0, first).bind(1, limit)));
    }
}

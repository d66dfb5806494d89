package social.roost.ranking.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import social.roost.driver.sql.Database;
import social.roost.ranking.HomeChoice;
import social.roost.ranking.Order;
import social.roost.ranking.Signal;
import social.roost.ranking.SignalStore;

/** Signals in the tables {@code reader_signal} and {@code home_choice}; each write is one transaction. */
public final class SqlSignalStore implements SignalStore {
    private static final RowMapper<Signal> SIGNAL = (row, _) -> new Signal(
            row.getLong("tweet_id"), row.getLong("author_id"), Signal.Kind.of(row.getInt("kind")), row.getLong("at"));

    private final Database database;

    public SqlSignalStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(long readerId, Signal signal) {
        boolean _ = database.write(handle -> {
            int changed = handle.execute(
                    """
                    INSERT INTO reader_signal (reader_id, tweet_id, kind, author_id, at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (reader_id, tweet_id, kind) DO UPDATE SET at = excluded.at
                    """, readerId, signal.tweetId(), signal.kind().code(), signal.authorId(), signal.at());
            return changed > 0 && trim(handle, readerId) > 0;
        });
    }

    /** Wishes have the greatest codes. */
    private static int trim(Handle handle, long readerId) {
        int firstWish = Signal.Kind.MORE.code();
        return handle.execute("""
                DELETE FROM reader_signal WHERE reader_id = ? AND kind < ? AND at < (
                    SELECT at FROM reader_signal WHERE reader_id = ? AND kind < ?
                    ORDER BY at DESC LIMIT 1 OFFSET ?)
                """, readerId, firstWish, readerId, firstWish, KEPT - 1);
    }

    @Override
    public void remove(long readerId, long tweetId, Signal.Kind kind) {
        int _ = database.write(handle -> handle.execute(
                "DELETE FROM reader_signal WHERE reader_id = ? AND tweet_id = ? AND kind = ?",
                readerId,
                tweetId,
                kind.code()));
    }

    @Override
    public List<Signal> of(long readerId) {
        return database.read(
                handle -> handle.createQuery("""
                        SELECT tweet_id, author_id, kind, at FROM reader_signal WHERE reader_id = ?
                        ORDER BY at DESC, tweet_id DESC, kind""").bind(0, readerId).map(SIGNAL).list());
    }

    @Override
    public HomeChoice choice(long readerId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT home_order, remembers_seen FROM home_choice WHERE reader_id = ?")
                .bind(0, readerId)
                .map((row, _) -> new HomeChoice(Order.of(row.getString(1)).orElseThrow(), row.getBoolean(2)))
                .findOne()
                .orElse(HomeChoice.DEFAULT));
    }

    @Override
    public void choose(long readerId, HomeChoice choice) {
        int _ = database.write(
                handle -> handle.execute("""
                INSERT INTO home_choice (reader_id, home_order, remembers_seen) VALUES (?, ?, ?)
                ON CONFLICT (reader_id) DO UPDATE
                SET home_order = excluded.home_order, remembers_seen = excluded.remembers_seen
                """, readerId, choice.order().text(), choice.remembersSeen()));
    }
}

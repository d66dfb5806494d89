package social.roost.mute.sql;

import java.util.List;
import java.util.function.UnaryOperator;
import social.roost.driver.sql.Database;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.mute.MutedWord;
import social.roost.mute.MutedWordStore;
import social.roost.mute.MutedWordsCodec;

/** The words of each user in one row of the table {@code muted_words}: whoever needs them needs all. */
public final class SqlMutedWordStore implements MutedWordStore {
    private static final String NO_WORDS = MutedWordsCodec.encode(List.of());

    private final Database database;
    private final SqlOutbox outbox;

    public SqlMutedWordStore(Database database, SqlOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public List<MutedWord> words(long userId) {
        return database.read(handle -> handle.createQuery("SELECT words FROM muted_words WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(String.class)
                .findOne()
                .map(MutedWordsCodec::decode)
                .orElse(List.of()));
    }

    /** The row is written before it is read, so that edits of one user wait for each other. */
    @Override
    public void edit(long userId, UnaryOperator<List<MutedWord>> edit) {
        boolean _ = database.write(handle -> {
            String stored = handle.createQuery("""
                            INSERT INTO muted_words (user_id, words) VALUES (?, ?)
                            ON CONFLICT (user_id) DO UPDATE SET words = muted_words.words
                            RETURNING words""")
                    .bind(0, userId)
                    .bind(1, NO_WORDS)
                    .mapTo(String.class)
                    .one();
            List<MutedWord> before = MutedWordsCodec.decode(stored);
            List<MutedWord> after = edit.apply(before);
            if (after.equals(before)) {
                return false;
            }
            int _ = handle.execute(
                    "UPDATE muted_words SET words = ? WHERE user_id = ?", MutedWordsCodec.encode(after), userId);
            outbox.append(handle, new Event.MutedWordsChanged(userId));
            return true;
        });
    }
}

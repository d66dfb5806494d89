package social.roost.draft.sql;

import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import social.roost.draft.DraftCodec;
import social.roost.draft.ScheduledTweet;
import social.roost.draft.ScheduledTweet.Failure;
import social.roost.draft.ScheduledTweetStore;
import social.roost.driver.sql.Database;
import social.roost.tweet.IdempotencyKey;

/** Scheduled tweets in the table {@code scheduled_tweet}. */
public final class SqlScheduledTweetStore implements ScheduledTweetStore {
    private static final String COLUMNS = "id, user_id, due_at, draft, revision, begun_at, failure_code, failure_text";

    /** Posting it has not begun, or has failed. */
    private static final String EDITABLE = " AND (begun_at = 0 OR failure_code IS NOT NULL)";

    private static final RowMapper<ScheduledTweet> TWEET = (row, _) -> new ScheduledTweet(
            row.getLong("id"),
            row.getLong("user_id"),
            row.getLong("due_at"),
            DraftCodec.decode(row.getString("draft")).getFirst(),
            row.getInt("revision"),
            failure(row.getString("failure_code"), row.getString("failure_text")));

    private static final RowMapper<Leased> LEASED =
            (row, context) -> new Leased(TWEET.map(row, context), row.getLong("begun_at"));

    private final Database database;

    public SqlScheduledTweetStore(Database database) {
        this.database = database;
    }

    private static @Nullable Failure failure(@Nullable String code, @Nullable String text) {
        return code == null ? null : new Failure(code, Objects.requireNonNullElse(text, ""));
    }

    @Override
    public Added add(ScheduledTweet tweet, @Nullable IdempotencyKey key, int most) {
        return database.write(handle -> {
            Added earlier = key == null ? null : earlier(handle, tweet.userId(), key);
            if (earlier != null) {
                return earlier;
            }
            int added = handle.execute(
                    "INSERT INTO scheduled_tweet (" + COLUMNS + ", leased_until, key_name, key_request)"
                            + " SELECT ?, ?, ?, ?, ?, 0, NULL, NULL, 0, ?, ? WHERE"
                            + " (SELECT COUNT(*) FROM scheduled_tweet WHERE user_id = ?) < ? ON CONFLICT DO NOTHING",
                    tweet.id(),
                    tweet.userId(),
                    tweet.dueAt(),
                    DraftCodec.encode(List.of(tweet.draft())),
                    tweet.revision(),
                    key == null ? null : key.name(),
                    key == null ? null : key.request(),
                    tweet.userId(),
                    most);
            if (added == 1) {
                return new Added.Stored();
            }
            Added racing = key == null ? null : earlier(handle, tweet.userId(), key);
            return racing == null ? new Added.Full() : racing;
        });
    }

    private static @Nullable Added earlier(Handle handle, long userId, IdempotencyKey key) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + ", key_request FROM scheduled_tweet WHERE user_id = ? AND key_name = ?")
                .bind(0, userId)
                .bind(1, key.name())
                .<Added>map((row, context) -> row.getString("key_request").equals(key.request())
                        ? new Added.Repeated(TWEET.map(row, context))
                        : new Added.KeyReused())
                .findOne()
                .orElse(null);
    }

    @Override
    public @Nullable ScheduledTweet find(long userId, long id) {
        ScheduledTweet found = find(id);
        return found != null && found.userId() == userId ? found : null;
    }

    @Override
    public @Nullable ScheduledTweet find(long id) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM scheduled_tweet WHERE id = ?")
                .bind(0, id)
                .map(TWEET)
                .findOne()
                .orElse(null));
    }

    @Override
    public List<ScheduledTweet> list(long userId, @Nullable Place after, int limit) {
        Place from = after == null ? new Place(0, 0) : after;
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM scheduled_tweet WHERE user_id = ? AND (due_at, id) > (?, ?)"
                        + " ORDER BY due_at, id LIMIT ?")
                .bind(0, userId)
                .bind(1, from.dueAt())
                .bind(2, from.id())
                .bind(3, limit)
                .map(TWEET)
                .list());
    }

    @Override
    public boolean edit(ScheduledTweet edited) {
        return database.write(handle -> handle.execute(
                        "UPDATE scheduled_tweet SET due_at = ?, draft = ?, revision = ?, begun_at = 0,"
                                + " leased_until = 0, failure_code = NULL, failure_text = NULL"
                                + " WHERE id = ? AND user_id = ? AND revision = ?" + EDITABLE,
                        edited.dueAt(),
                        DraftCodec.encode(List.of(edited.draft())),
                        edited.revision(),
                        edited.id(),
                        edited.userId(),
                        edited.revision() - 1)
                == 1);
    }

    @Override
    public boolean remove(long userId, long id) {
        return database.write(handle ->
                handle.execute("DELETE FROM scheduled_tweet WHERE id = ? AND user_id = ?" + EDITABLE, id, userId) == 1);
    }

    @Override
    public List<Leased> lease(long now, long until, int limit) {
        List<Long> due = database.read(handle -> handle.createQuery("""
                        SELECT id FROM scheduled_tweet
                        WHERE failure_code IS NULL AND due_at <= ? AND leased_until <= ? ORDER BY due_at LIMIT ?""")
                .bind(0, now)
                .bind(1, now)
                .bind(2, limit)
                .mapTo(Long.class)
                .list());
        return due.isEmpty()
                ? List.of()
                : database.write(handle -> due.stream()
                        .flatMap(id -> lease(handle, id, now, until).stream())
                        .toList());
    }

    /** Its content is read after the lease, because it can be edited until then. */
    private static List<Leased> lease(Handle handle, long id, long now, long until) {
        return handle.createQuery("""
                        UPDATE scheduled_tweet SET leased_until = :until,
                            begun_at = CASE WHEN begun_at = 0 THEN :now ELSE begun_at END
                        WHERE id = :id AND failure_code IS NULL AND due_at <= :now AND leased_until <= :now
                        RETURNING *""")
                .bind("until", until)
                .bind("now", now)
                .bind("id", id)
                .map(LEASED)
                .list();
    }

    @Override
    public void posted(long id) {
        int _ = database.write(handle -> handle.execute("DELETE FROM scheduled_tweet WHERE id = ?", id));
    }

    @Override
    public void failed(long id, Failure failure) {
        int _ = database.write(handle -> handle.execute(
                "UPDATE scheduled_tweet SET failure_code = ?, failure_text = ? WHERE id = ? AND begun_at > 0",
                failure.code(),
                failure.text(),
                id));
    }
}

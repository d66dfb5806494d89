package social.roost.draft.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.draft.DraftCodec;
import social.roost.draft.SavedDraft;
import social.roost.draft.SavedDraftStore;
import social.roost.driver.sql.Database;

/** Drafts in the table {@code saved_draft}. */
public final class SqlSavedDraftStore implements SavedDraftStore {
    private final Database database;

    public SqlSavedDraftStore(Database database) {
        this.database = database;
    }

    @Override
    public @Nullable SavedDraft put(long userId, SavedDraft draft, int most) {
        String content = DraftCodec.encode(draft.thread());
        return database.write(handle -> {
            Long number = handle.createQuery("""
                            UPDATE saved_draft SET content = ?, updated_at = ? WHERE user_id = ? AND name = ?
                            RETURNING number""")
                    .bind(0, content)
                    .bind(1, draft.updatedAt())
                    .bind(2, userId)
                    .bind(3, draft.name())
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(null);
            if (number != null) {
                return new SavedDraft(draft.name(), number, draft.thread(), draft.updatedAt());
            }
            int added =
                    handle.execute("""
                    INSERT INTO saved_draft (user_id, name, number, content, updated_at)
                    SELECT ?, ?, ?, ?, ? WHERE (SELECT COUNT(*) FROM saved_draft WHERE user_id = ?) < ?
                    ON CONFLICT (user_id, name) DO UPDATE SET content = excluded.content,
                        updated_at = excluded.updated_at
                    """, userId, draft.name(), draft.number(), content, draft.updatedAt(), userId, most);
            return added == 1 ? draft : null;
        });
    }

    @Override
    public void remove(long userId, String name) {
        int _ = database.write(
                handle -> handle.execute("DELETE FROM saved_draft WHERE user_id = ? AND name = ?", userId, name));
    }

    @Override
    public List<SavedDraft> list(long userId, @Nullable Place after, int limit) {
        Place from = after == null ? new Place(Long.MAX_VALUE, Long.MAX_VALUE) : after;
        return database.read(handle -> handle.createQuery("""
                        SELECT name, number, content, updated_at FROM saved_draft
                        WHERE user_id = ? AND (updated_at, number) < (?, ?)
                        ORDER BY updated_at DESC, number DESC LIMIT ?""")
                .bind(0, userId)
                .bind(1, from.updatedAt())
                .bind(2, from.number())
                .bind(3, limit)
                .map((row, _) -> new SavedDraft(
                        row.getString("name"),
                        row.getLong("number"),
                        DraftCodec.decode(row.getString("content")),
                        row.getLong("updated_at")))
                .list());
    }
}

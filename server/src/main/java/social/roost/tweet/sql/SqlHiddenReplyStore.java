package social.roost.tweet.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.roost.base.Ids;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.tweet.HiddenReplyStore;

/** The table {@code hidden_reply}, which has no events. */
public final class SqlHiddenReplyStore implements HiddenReplyStore {
    private final Database database;

    public SqlHiddenReplyStore(Database database) {
        this.database = database;
    }

    @Override
    public void hide(long parentId, long replyId, long now) {
        boolean _ = database.write(handle -> {
            int added = handle.execute("""
                    INSERT INTO hidden_reply (parent_id, reply_id, created_at) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING""", parentId, replyId, now);
            return added == 1 && handle.execute("""
                            DELETE FROM hidden_reply WHERE parent_id = ? AND reply_id IN (
                                SELECT reply_id FROM hidden_reply WHERE parent_id = ?
                                ORDER BY created_at DESC, reply_id DESC LIMIT ? OFFSET ?)""", parentId, parentId, KEPT, KEPT) > 0;
        });
    }

    @Override
    public void show(long parentId, long replyId) {
        int _ = database.write(handle ->
                handle.execute("DELETE FROM hidden_reply WHERE parent_id = ? AND reply_id = ?", parentId, replyId));
    }

    @Override
    public Map<Long, long[]> hidden(long[] parentIds) {
        Map<Long, List<Long>> found = new HashMap<>();
        database.read(handle -> {
            IdBatches.forEach(
                    parentIds,
                    batch -> handle.createQuery(
                                    "SELECT parent_id, reply_id FROM hidden_reply WHERE parent_id IN (<ids>) ORDER BY reply_id")
                            .bindList("ids", batch)
                            .map((row, context) -> found.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                    .add(row.getLong(2)))
                            .list());
            return found;
        });
        Map<Long, long[]> hidden = HashMap.newHashMap(found.size());
        found.forEach((parent, replies) -> hidden.put(parent, Ids.of(replies, id -> id)));
        return hidden;
    }
}

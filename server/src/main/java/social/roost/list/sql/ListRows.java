package social.roost.list.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.driver.sql.Dialect;
import social.roost.driver.sql.LongColumn;
import social.roost.list.ListContent;
import social.roost.list.UserList;

/** The rows of lists, within one transaction or read. */
record ListRows(Handle handle, Dialect dialect) {
    private static final String COLUMNS = "id, owner_id, name, private, exclusive, pinned, replies, member_count";

    private static final RowMapper<UserList> MAPPER = (row, context) -> new UserList(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getBoolean(4),
            row.getBoolean(5),
            row.getBoolean(6),
            UserList.Replies.of(row.getString(7)).orElse(UserList.Replies.MEMBERS),
            row.getInt(8));

    void insert(UserList list) {
        handle.execute(
                "INSERT INTO user_list (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
                list.id(),
                list.ownerId(),
                list.name(),
                list.isPrivate(),
                list.isExclusive(),
                list.isPinned(),
                list.replies().text());
    }

    void update(UserList list) {
        handle.execute(
                "UPDATE user_list SET name = ?, private = ?, exclusive = ?, pinned = ?, replies = ? WHERE id = ?",
                list.name(),
                list.isPrivate(),
                list.isExclusive(),
                list.isPinned(),
                list.replies().text(),
                list.id());
    }

    /** Finds a list of its owner, which nobody else changes until the commit. */
    @Nullable
    UserList lock(long ownerId, long id) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM user_list WHERE id = ? AND owner_id = ?" + dialect.lockingRows())
                .bind(0, id)
                .bind(1, ownerId)
                .map(MAPPER)
                .findOne()
                .orElse(null);
    }

    boolean hasMember(long id, long userId) {
        return handle.createQuery("SELECT 1 FROM list_member WHERE list_id = ? AND user_id = ?")
                .bind(0, id)
                .bind(1, userId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    List<UserList> owned(long ownerId) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM user_list WHERE owner_id = ? ORDER BY id")
                .bind(0, ownerId)
                .map(MAPPER)
                .list();
    }

    Map<Long, ListContent> find(List<Long> ids) {
        List<UserList> lists = handle.createQuery("SELECT " + COLUMNS + " FROM user_list WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .map(MAPPER)
                .list();
        Map<Long, ListContent> found = HashMap.newHashMap(ids.size());
        lists.forEach(list -> found.put(list.id(), new ListContent(list, members(list.id()))));
        return found;
    }

    private long[] members(long id) {
        long[] members =
                LongColumn.read(handle.createQuery("SELECT user_id FROM list_member WHERE list_id = ? ORDER BY user_id")
                        .bind(0, id));
        return members.length == 0 ? Ids.NONE : members;
    }
}

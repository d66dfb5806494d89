package social.roost.list.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.driver.sql.LongColumn;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.graph.GraphStore.Edge;
import social.roost.list.ListContent;
import social.roost.list.ListStore;
import social.roost.list.UserList;

/**
 * Lists in the tables {@code user_list} and {@code list_member}. A change locks the list's row, so that the number of
 * members stays right; a new list locks the owner's row in {@code list_owner}.
 */
public final class SqlListStore implements ListStore {
    private final Database database;
    private final SqlOutbox outbox;

    public SqlListStore(Database database, SqlOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public boolean create(UserList list) {
        return database.write(handle -> {
            boolean hasRoom = handle.execute("""
                            INSERT INTO list_owner (user_id, lists) VALUES (?, 1)
                            ON CONFLICT (user_id) DO UPDATE SET lists = list_owner.lists + 1
                            WHERE list_owner.lists < ?""", list.ownerId(), UserList.MOST_LISTS) == 1;
            if (hasRoom) {
                rows(handle).insert(list);
                outbox.append(handle, new Event.ListChanged(list.ownerId(), list.id()));
            }
            return hasRoom;
        });
    }

    @Override
    public @Nullable UserList edit(long ownerId, long id, UnaryOperator<UserList> change) {
        return database.write(handle -> {
            ListRows rows = rows(handle);
            UserList old = rows.lock(ownerId, id);
            if (old == null) {
                return null;
            }
            UserList changed = change.apply(old);
            if (!changed.equals(old)) {
                rows.update(changed);
                outbox.append(handle, new Event.ListChanged(ownerId, id));
            }
            return changed;
        });
    }

    @Override
    public boolean delete(long ownerId, long id) {
        return database.write(handle -> {
            boolean existed = handle.execute("DELETE FROM user_list WHERE id = ? AND owner_id = ?", id, ownerId) == 1;
            if (existed) {
                handle.execute("DELETE FROM list_member WHERE list_id = ?", id);
                handle.execute("UPDATE list_owner SET lists = lists - 1 WHERE user_id = ?", ownerId);
                outbox.append(handle, new Event.ListChanged(ownerId, id));
            }
            return existed;
        });
    }

    @Override
    public Added add(long ownerId, long id, long userId, long now) {
        return database.write(handle -> {
            ListRows rows = rows(handle);
            UserList list = rows.lock(ownerId, id);
            if (list == null) {
                return Added.NO_LIST;
            }
            if (rows.hasMember(id, userId)) {
                return Added.KNOWN;
            }
            if (list.size() >= UserList.MOST_MEMBERS) {
                return Added.FULL;
            }
            handle.execute("INSERT INTO list_member (list_id, user_id, created_at) VALUES (?, ?, ?)", id, userId, now);
            membersChanged(handle, list, 1);
            return Added.NEW;
        });
    }

    @Override
    public boolean remove(long ownerId, long id, long userId) {
        return database.write(handle -> {
            UserList list = rows(handle).lock(ownerId, id);
            boolean removed = list != null
                    && handle.execute("DELETE FROM list_member WHERE list_id = ? AND user_id = ?", id, userId) == 1;
            if (list != null && removed) {
                membersChanged(handle, list, -1);
            }
            return removed;
        });
    }

    private void membersChanged(Handle handle, UserList list, int more) {
        handle.execute("UPDATE user_list SET member_count = member_count + ? WHERE id = ?", more, list.id());
        outbox.append(handle, new Event.ListMembersChanged(list.ownerId(), list.id()));
    }

    @Override
    public Map<Long, ListContent> find(long[] ids) {
        Map<Long, ListContent> found = HashMap.newHashMap(ids.length);
        IdBatches.forEach(ids, batch -> {
            Map<Long, ListContent> some = database.read(handle -> rows(handle).find(batch));
            found.putAll(some);
        });
        return found;
    }

    @Override
    public List<UserList> owned(long ownerId) {
        return database.read(handle -> rows(handle).owned(ownerId));
    }

    @Override
    public long[] having(long ownerId, long userId) {
        return database.read(handle ->
                LongColumn.read(handle.createQuery("""
                        SELECT l.id FROM user_list l JOIN list_member m ON m.list_id = l.id
                        WHERE l.owner_id = ? AND m.user_id = ? ORDER BY l.id""").bind(0, ownerId).bind(1, userId)));
    }

    @Override
    public List<Edge> members(long id, @Nullable Edge before, int limit) {
        Edge from = before == null ? new Edge(Long.MAX_VALUE, Long.MAX_VALUE) : before;
        return database.read(handle -> handle.createQuery("""
                        SELECT user_id, created_at FROM list_member
                        WHERE list_id = ? AND (created_at, user_id) < (?, ?)
                        ORDER BY created_at DESC, user_id DESC LIMIT ?""")
                .bind(0, id)
                .bind(1, from.createdAt())
                .bind(2, from.userId())
                .bind(3, limit)
                .map((row, context) -> new Edge(row.getLong(1), row.getLong(2)))
                .list());
    }

    @Override
    public long[] excluded(long ownerId) {
        return database.read(handle -> LongColumn.read(handle.createQuery("""
                        SELECT DISTINCT m.user_id FROM user_list l JOIN list_member m ON m.list_id = l.id
                        WHERE l.owner_id = ? AND l.exclusive ORDER BY m.user_id""").bind(0, ownerId)));
    }

    private ListRows rows(Handle handle) {
        return new ListRows(handle, database.dialect());
    }
}

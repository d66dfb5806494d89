package social.roost.list;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.roost.graph.GraphStore.Edge;

/**
 * Lists of users and their members.
 *
 * <p>Promises: a write is durable when it returns, and is idempotent. A user never has more than
 * {@link UserList#MOST_LISTS} lists, and a list never more than {@link UserList#MOST_MEMBERS} members, however many are
 * added at the same time; {@link UserList#size} is their number. The events {@code ListChanged} and
 * {@code ListMembersChanged} are stored if and only if something changed. A read after a write sees it.
 *
 * <p>Who may see a list is not checked here, but only the owner's id finds it for a change.
 */
public interface ListStore {

    /**
     * Stores a new list without members.
     *
     * @return false if its owner has as many as possible
     */
    boolean create(UserList list);

    /**
     * Changes the settings of a list. No other change of it happens in between.
     *
     * @param change keeps the ids and the size
     * @return the changed list, null if the owner has no such list
     */
    @Nullable
    UserList edit(long ownerId, long id, UnaryOperator<UserList> change);

    /** Deletes a list with its members; false if the owner has no such list. */
    @CanIgnoreReturnValue
    boolean delete(long ownerId, long id);

    /**
     * Adds a member; does nothing if the user is one.
     *
     * @param now milliseconds since 1970
     */
    Added add(long ownerId, long id, long userId, long now);

    /** Removes a member; false if the user is none, or the owner has no such list. */
    @CanIgnoreReturnValue
    boolean remove(long ownerId, long id, long userId);

    /** By id; unknown lists are left out. */
    Map<Long, ListContent> find(long[] ids);

    /** The lists of a user, oldest first. */
    List<UserList> owned(long ownerId);

    /** The lists of an owner that have a member, ascending. */
    long[] having(long ownerId, long userId);

    /**
     * Members of a list, the newest first.
     *
     * @param before only those added before this one; null for the newest
     */
    List<Edge> members(long id, @Nullable Edge before, int limit);

    /** The members of the exclusive lists of an owner, ascending, each once. */
    long[] excluded(long ownerId);

    /** What became of adding a member. */
    enum Added {
        NEW,
        KNOWN,
        /** The list has as many members as possible. */
        FULL,
        /** The owner has no such list. */
        NO_LIST
    }
}

package social.roost.media;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;

/**
 * Media by id, by user, and by when something has to be done with them.
 *
 * <p>Promises: a write is durable when it returns, and a read after it sees it. {@code MediaChanged} is stored if the
 * medium changed. Concurrent edits of a medium take place one after the other.
 */
public interface MediaStore {

    /** Adds a medium with a new id. */
    void add(Medium medium);

    /** By id; missing media are left out. Any number of ids. */
    Map<Long, Medium> find(long[] ids);

    default @Nullable Medium find(long id) {
        return find(new long[] {id}).get(id);
    }

    /**
     * Stores the result of the edit, with no other edit between reading and storing. The edit must keep the id and the
     * user, may be called repeatedly, and nothing is written if it returns the same object. If it throws, nothing
     * changes.
     *
     * @return the result; null if there is no such medium
     */
    @Nullable
    Medium update(long id, UnaryOperator<Medium> edit);

    /** Removes a medium. Does nothing if there is none. */
    void remove(long id);

    /**
     * Media for which something has to be done by now, longest due first.
     *
     * @param now milliseconds since 1970
     */
    long[] due(long now, int limit);

    /** A user's media with ids above this one, the lowest first. */
    List<Medium> ofUser(long userId, long after, int limit);

    /** Reads all media, as {@link Scan} promises. */
    Scan.Part<Medium> scan(String after, int limit);
}

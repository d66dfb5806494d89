package social.roost.live;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Members by id: the online readers who follow an author, or the streams that show a tweet. Some ids have many members
 * and many have few, so members are in arrays that grow.
 */
final class Audience<T> {
    private final Map<Long, Members> byId = new ConcurrentHashMap<>();

    void add(long id, T member) {
        var _ = byId.compute(id, (_, members) -> (members == null ? new Members() : members).add(member));
    }

    void remove(long id, T member) {
        var _ = byId.computeIfPresent(id, (_, members) -> members.remove(member));
    }

    /** The current members, in any order. */
    List<T> of(long id) {
        Members members = byId.get(id);
        return members == null ? List.of() : members.list();
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    private final class Members {
        private @Nullable Object[] members = new @Nullable Object[1];
        private int size;

        synchronized Members add(T member) {
            if (size == members.length) {
                members = Arrays.copyOf(members, size + Math.max(1, size / 2));
            }
            members[size++] = member;
            return this;
        }

        /** Null if none is left. */
        @SuppressWarnings("ReferenceEquality")
        synchronized @Nullable Members remove(T member) {
            for (int i = 0; i < size; i++) {
                if (members[i] == member) {
                    members[i] = members[--size];
                    members[size] = null;
                    break;
                }
            }
            return size == 0 ? null : this;
        }

        @SuppressWarnings("unchecked")
        synchronized List<T> list() {
            return (List<T>) Arrays.asList(Arrays.copyOf(members, size));
        }
    }
}

package social.roost.list;

/**
 * A list with its members.
 *
 * <p>Not a record, because it contains an array.
 */
public final class ListContent {
    private static final int ENTRY_BYTES = 300;

    private final UserList list;
    private final long[] members;

    /** @param members ascending */
    public ListContent(UserList list, long[] members) {
        this.list = list;
        this.members = members;
    }

    public UserList list() {
        return list;
    }

    /** Ascending; must not be modified. */
    public long[] members() {
        return members;
    }

    int bytes() {
        return ENTRY_BYTES + members.length * Long.BYTES;
    }
}

package social.roost.list;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import social.roost.base.Snowflake;

/**
 * A list of users, whose tweets are read together.
 *
 * @param isPrivate whether only its owner sees it
 * @param isExclusive whether its members are left out of the owner's home timeline
 * @param isPinned whether the owner's home page offers it
 * @param replies which replies of its members it shows
 * @param size the number of its members
 */
public record UserList(
        long id,
        long ownerId,
        String name,
        boolean isPrivate,
        boolean isExclusive,
        boolean isPinned,
        Replies replies,
        int size) {
    /** How many lists a user may have. */
    public static final int MOST_LISTS = 100;

    /** How many members a list may have. */
    public static final int MOST_MEMBERS = 500;

    /** Which replies a list shows besides those to oneself and to its owner; each value includes those before it. */
    public enum Replies {
        NONE,
        /** To members of the list. */
        MEMBERS,
        /** To users whom the list's owner follows. */
        FOLLOWED;

        /** Its name in the API and in stores. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Replies> of(String text) {
            return Arrays.stream(values())
                    .filter(each -> each.text().equals(text))
                    .findFirst();
        }
    }

    /** When it was created, in milliseconds since 1970. */
    public long createdAt() {
        return Snowflake.millis(id);
    }
}

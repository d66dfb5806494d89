package social.roost.user;

import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;

/**
 * What everyone may know of a user. Absent texts are empty.
 *
 * @param avatarUrl null while there is none
 * @param headerUrl null while there is none
 */
public record User(
        long id,
        String username,
        String displayName,
        String bio,
        String location,
        String url,
        @Nullable String avatarUrl,
        @Nullable String headerUrl) {

    public static User named(long id, String username, String displayName) {
        return new User(id, username, displayName, "", "", "", null, null);
    }

    /** In milliseconds since 1970. */
    public long createdAt() {
        return Snowflake.millis(id);
    }
}

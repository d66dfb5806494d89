package social.roost.user;

import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;

/**
 * The public data of a user. Missing texts are empty.
 *
 * @param avatarUrl null if there is none
 * @param headerUrl null if there is none
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

package social.roost.user;

import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;

/**
 * The public data of a user. Missing texts are empty.
 *
 * @param avatar null if there is none
 * @param header null if there is none
 */
public record User(
        long id,
        String username,
        String displayName,
        String bio,
        String location,
        String url,
        @Nullable Picture avatar,
        @Nullable Picture header) {

    public static User named(long id, String username, String displayName) {
        return new User(id, username, displayName, "", "", "", null, null);
    }

    /** The same with URLs instead of names of files. */
    User withPicturesAt(String fileBase) {
        return avatar == null && header == null
                ? this
                : new User(
                        id,
                        username,
                        displayName,
                        bio,
                        location,
                        url,
                        avatar == null ? null : avatar.at(fileBase),
                        header == null ? null : header.at(fileBase));
    }

    /** In milliseconds since 1970. */
    public long createdAt() {
        return Snowflake.millis(id);
    }
}

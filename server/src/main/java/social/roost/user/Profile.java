package social.roost.user;

import org.jspecify.annotations.Nullable;
import social.roost.base.Encodable;

/**
 * A user with the counts that other packages maintain. The counts are those at the time of loading; after every change
 * of a count, the profile is loaded again.
 */
public final class Profile extends Encodable {
    /** Object, strings and one encoded form, without the texts. */
    private static final int FIXED_BYTES = 840;

    private static final int PICTURE_BYTES = 700;

    private final User user;
    private final ProfileCounts.Counts counts;

    public Profile(User user, ProfileCounts.Counts counts) {
        this.user = user;
        this.counts = counts;
    }

    public User user() {
        return user;
    }

    public ProfileCounts.Counts counts() {
        return counts;
    }

    /** With a higher tweet count. */
    public Profile withMoreTweets(int more) {
        return new Profile(user, counts.withMoreTweets(more));
    }

    /** An estimate of its memory, including its texts and one encoded form. */
    int bytes() {
        int letters = user.displayName().length()
                + user.bio().length()
                + user.location().length()
                + user.url().length();
        return FIXED_BYTES + 2 * letters + pictureBytes(user.avatar()) + pictureBytes(user.header());
    }

    private static int pictureBytes(@Nullable Picture picture) {
        return picture == null ? 0 : PICTURE_BYTES;
    }
}

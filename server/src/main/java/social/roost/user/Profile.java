package social.roost.user;

import social.roost.base.Encodable;

/**
 * A user with the counts that other packages keep. The counts are as of when it was loaded; after every change of a count it is
 * loaded anew.
 */
public final class Profile extends Encodable {
    /** Object and strings, and one encoded form, without the texts. */
    private static final int FIXED_BYTES = 840;

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

    /** As of after a post, when nothing else has happened. */
    public Profile withOneMoreTweet() {
        return new Profile(user, counts.withOneMoreTweet());
    }

    /** An estimate of the memory that it takes, with its texts in it and in one encoded form. */
    int bytes() {
        int letters = user.displayName().length()
                + user.bio().length()
                + user.location().length()
                + user.url().length();
        return FIXED_BYTES + 2 * letters;
    }
}

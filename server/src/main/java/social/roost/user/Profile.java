package social.roost.user;

/**
 * A user with the counts that other packages keep, and both as the JSON that the API shows. The counts are as of when it
 * was loaded; after every change of a count it is loaded anew.
 */
public final class Profile {
    private final User user;
    private final ProfileCounts.Counts counts;
    private final byte[] json;

    Profile(User user, ProfileCounts.Counts counts) {
        this.user = user;
        this.counts = counts;
        this.json = UserJson.encode(user, counts);
    }

    public User user() {
        return user;
    }

    /** Not to be changed. */
    public byte[] json() {
        return json;
    }

    /** As of after a post, when nothing else has happened. */
    public Profile withOneMoreTweet() {
        return new Profile(user, counts.withOneMoreTweet());
    }

    int bytes() {
        return 440 + json.length;
    }
}

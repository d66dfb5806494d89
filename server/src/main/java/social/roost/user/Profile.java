package social.roost.user;

/**
 * A user with the counts that other packages keep, and both as the JSON that the API shows. The counts are as of when it
 * was loaded; every change of a count refreshes it.
 */
public final class Profile {
    private final User user;
    private final byte[] json;

    Profile(User user, ProfileCounts.Counts counts) {
        this.user = user;
        this.json = UserJson.encode(user, counts);
    }

    public User user() {
        return user;
    }

    /** Not to be changed. */
    public byte[] json() {
        return json;
    }

    int bytes() {
        return 400 + json.length;
    }
}

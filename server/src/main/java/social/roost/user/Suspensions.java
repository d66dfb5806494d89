package social.roost.user;

import social.roost.base.Ids;
import social.roost.http.Problem;

/** Who is suspended: nothing of theirs is shown. All of them are kept in memory, since it is asked for every tweet that is shown. */
public final class Suspensions {
    private final UserStore store;
    private volatile long[] ids = Ids.NONE;

    public Suspensions(UserStore store) {
        this.store = store;
    }

    public boolean include(long userId) {
        return Ids.contains(ids, userId);
    }

    /**
     * Refuses to show someone who is suspended.
     *
     * @throws Problem 403 then
     */
    public void refuse(long userId) {
        if (include(userId)) {
            throw suspended();
        }
    }

    static Problem suspended() {
        return new Problem(403, "suspended", "This account is suspended.");
    }

    /** Takes over from the store who is; to be called at the start, and after every change. */
    public void lookUp() {
        ids = store.suspended();
    }
}

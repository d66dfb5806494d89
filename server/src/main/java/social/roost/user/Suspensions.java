package social.roost.user;

import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

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
     * @throws Rejection FORBIDDEN then
     */
    public void refuse(long userId) {
        if (include(userId)) {
            throw suspended(null);
        }
    }

    /**
     * What a request that concerns a suspended account is rejected with.
     *
     * @param field of the request that names the account; null for none
     */
    public static Rejection suspended(@Nullable String field) {
        return new Rejection(Kind.FORBIDDEN, "suspended", "This account is suspended.", field);
    }

    /** Takes over from the store who is; to be called at the start, and after every change. */
    public void lookUp() {
        ids = store.suspended();
    }
}

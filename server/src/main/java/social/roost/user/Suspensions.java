package social.roost.user;

import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/**
 * The suspended users, whose content is hidden. All of them are kept in memory, because every rendered tweet is
 * checked.
 */
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
     * Rejects access to a suspended user.
     *
     * @throws Rejection FORBIDDEN if the user is suspended
     */
    public void refuse(long userId) {
        if (include(userId)) {
            throw suspended(null);
        }
    }

    /**
     * The rejection for requests that concern a suspended account.
     *
     * @param field of the request that names the account; null for none
     */
    public static Rejection suspended(@Nullable String field) {
        return new Rejection(Kind.FORBIDDEN, "suspended", "This account is suspended.", field);
    }

    /** Loads the suspended users from the store; called at start-up and after every change. */
    public void lookUp() {
        ids = store.suspended();
    }
}

package social.roost.graph;

import java.time.InstantSource;
import social.roost.base.Rejection;
import social.roost.user.Users;

/** Removes users from another user's suggestions. */
public final class Dismissals {
    private final DismissalStore store;
    private final Users users;
    private final InstantSource clock;

    public Dismissals(DismissalStore store, Users users, InstantSource clock) {
        this.store = store;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Never suggests a user again; does nothing if that is so already.
     *
     * @throws Rejection NOT_FOUND if the user does not exist
     */
    public void dismiss(long userId, long otherId) {
        users.require(otherId);
        store.dismiss(userId, otherId, clock.millis());
    }

    /** Those that a user dismissed, ascending. */
    long[] of(long userId) {
        return store.dismissed(userId);
    }
}

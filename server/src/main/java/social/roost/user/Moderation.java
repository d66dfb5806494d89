package social.roost.user;

import java.time.InstantSource;

/** What operators do about users. */
public final class Moderation {
    private final UserStore store;
    private final Suspensions suspensions;
    private final Sessions sessions;
    private final InstantSource clock;

    public Moderation(UserStore store, Suspensions suspensions, Sessions sessions, InstantSource clock) {
        this.store = store;
        this.suspensions = suspensions;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Shuts a user out: ends all sessions, and hides what the user has written.
     *
     * @return false when the user was shut out already, or does not exist
     */
    public boolean suspend(long userId) {
        boolean changed = store.suspend(userId, clock.millis());
        suspensions.lookUp();
        sessions.revokeAll(userId);
        return changed;
    }

    /**
     * Lets a user in again.
     *
     * @return false when the user was not shut out, or does not exist
     */
    public boolean reinstate(long userId) {
        boolean changed = store.reinstate(userId);
        suspensions.lookUp();
        return changed;
    }
}

package social.roost.user;

import java.time.InstantSource;

/** What operators can do with users. */
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
     * Suspends a user: ends all sessions and hides everything the user has written.
     *
     * @return false if the user was already suspended or does not exist
     */
    public boolean suspend(long userId) {
        boolean changed = store.suspend(userId, clock.millis());
        suspensions.lookUp();
        sessions.revokeAll(userId);
        return changed;
    }

    /**
     * Lifts a suspension.
     *
     * @return false if the user was not suspended or does not exist
     */
    public boolean reinstate(long userId) {
        boolean changed = store.reinstate(userId);
        suspensions.lookUp();
        return changed;
    }
}

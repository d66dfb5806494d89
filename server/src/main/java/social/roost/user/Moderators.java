package social.roost.user;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/** The users who may decide about reports: those whom operators chose, and operators. */
public final class Moderators {
    private final ModeratorStore store;
    private final Admins admins;
    private final Users users;
    private final InstantSource clock;
    private volatile Set<Long> known = Set.of();

    public Moderators(ModeratorStore store, Admins admins, Users users, InstantSource clock) {
        this.store = store;
        this.admins = admins;
        this.users = users;
        this.clock = clock;
    }

    /** Whether the user is one, as far as this process knows: that of a change elsewhere comes later. */
    public boolean include(User user) {
        return admins.include(user) || known.contains(user.id());
    }

    /** Loads the moderators; called at the start, and periodically for the changes of other processes. */
    public void lookUp() {
        known = store.list().stream().map(ModeratorStore.Moderator::userId).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the user is an operator. */
    public boolean isOperator(long userId) {
        return users.find(userId).map(Profile::user).filter(admins::include).isPresent();
    }

    /**
     * Rejects everyone but moderators.
     *
     * @return the caller
     * @throws Rejection FORBIDDEN if the caller is no moderator
     */
    public User require(Caller caller) {
        User user = users.require(caller.userId()).user();
        if (!admins.include(user) && !store.includes(user.id())) {
            throw new Rejection(Kind.FORBIDDEN, "not_a_moderator", "Only moderators may do this.");
        }
        return user;
    }

    /**
     * Rejects everyone but operators.
     *
     * @throws Rejection FORBIDDEN if the caller is no operator
     */
    public void requireOperator(Caller caller) {
        admins.require(caller);
    }

    /** Those whom operators chose, in the order of ids. */
    public List<ModeratorStore.Moderator> list() {
        return store.list();
    }

    /**
     * Makes a user a moderator; idempotent.
     *
     * @param by the operator; 0 for one at the command line
     * @return whether this changed anything
     * @throws Rejection NOT_FOUND if there is no such user
     */
    public boolean grant(long userId, long by) {
        boolean changed = store.grant(users.require(userId).user().id(), by, clock.millis());
        lookUp();
        return changed;
    }

    /**
     * Ends it; idempotent.
     *
     * @return whether this changed anything
     */
    public boolean revoke(long userId) {
        boolean changed = store.revoke(userId);
        lookUp();
        return changed;
    }
}

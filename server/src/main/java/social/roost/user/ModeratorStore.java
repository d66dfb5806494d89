package social.roost.user;

import java.util.List;

/**
 * Who may decide about reports, besides operators. Promises: a write is durable when it returns, and a read after a
 * write sees it.
 */
public interface ModeratorStore {

    /**
     * Makes a user a moderator.
     *
     * @param by the operator; 0 for one at the command line
     * @param at in milliseconds since 1970
     * @return false if the user was one
     */
    boolean grant(long userId, long by, long at);

    /**
     * Ends it.
     *
     * @return false if the user was none
     */
    boolean revoke(long userId);

    /** Whether a user is a moderator. */
    boolean includes(long userId);

    /** All moderators, in the order of ids. */
    List<Moderator> list();

    /**
     * A moderator.
     *
     * @param by the operator who made the user one; 0 for one at the command line
     * @param at in milliseconds since 1970
     */
    record Moderator(long userId, long by, long at) {}
}

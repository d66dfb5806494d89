package social.roost.user;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Who has a stream open, at which of the processes that hold streams, and who had one lately.
 *
 * <p>A process, here a node, tells who came and left, and renews a lease. One whose lease has ended is taken for dead: its users
 * leave it, whoever sees to that. It then needs a new name, under which it tells anew who is there; so what is done about
 * the old name can never harm it.
 *
 * <p>Repeating any of these calls does no harm. Of two nodes that tell of one user at the same time each sees what was before or
 * after the other, never in between.
 */
public interface PresenceStore {

    /**
     * These users have a stream open at a node.
     *
     * @return those of them who have none open at another
     */
    long[] arrive(String node, long[] userIds);

    /**
     * These users have no stream open at a node any more.
     *
     * @return those of them who have none open anywhere now, but had
     */
    long[] leave(String node, long[] userIds);

    /**
     * Lets a node live for so long from now.
     *
     * @return false when its lease had ended before, or it had none: what it told of its users may be lost
     */
    boolean renew(String node, Duration lease);

    /**
     * Has the users of nodes whose lease ended leave them.
     *
     * @param gone is told, some at a time, who has no stream open anywhere now; whom it fails for it is told of again by the
     *     next call, in whatever process
     */
    void endExpired(Consumer<long[]> gone);

    /** Those of the users who are here or left lately. Users of a dead node count as live until {@link #endExpired}. */
    Map<Long, Presence> find(long[] userIds);
}

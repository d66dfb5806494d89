package social.roost.live;

import java.time.Duration;
import java.util.Map;

/**
 * Who has a stream open, at which of the processes that hold streams, and who had one recently.
 *
 * <p>A process, here a node, reports who came and left, and renews a lease. A node whose lease has ended is taken for dead: any
 * process may then remove its users from it. The node needs a new name, under which it reports again who is there; so what is
 * done about the old name can never harm it.
 *
 * <p>Repeating any of these calls does no harm.
 */
public interface PresenceStore {

    /** These users have a stream open at a node. */
    void arrive(String node, long[] userIds);

    /** These users have no stream open at a node any more. */
    void leave(String node, long[] userIds);

    /**
     * Extends a node's lease to so long from now.
     *
     * @return false when its lease had ended before, or it had none: what it reported of its users may be lost
     */
    boolean renew(String node, Duration lease);

    /** Removes the users of nodes whose lease has ended from them. */
    void endExpired();

    /** Those of the users who are here or left recently. Users of a dead node count as live until {@link #endExpired}. */
    Map<Long, Presence> find(long[] userIds);
}

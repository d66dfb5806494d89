package social.roost.live;

import java.time.Duration;
import java.util.Map;

/**
 * Which users have a stream open, at which node, and which had one recently.
 *
 * <p>A process with streams, a node, publishes who came and left, and renews a lease. A node whose lease has expired is
 * considered dead: any process may then remove its users. If it is alive, it needs a new name, under which it publishes
 * its users again, so removing the old name never harms it.
 *
 * <p>All calls are idempotent.
 */
public interface PresenceStore {

    /** These users have a stream open at a node. */
    void arrive(String node, long[] userIds);

    /** These users no longer have a stream open at a node. */
    void leave(String node, long[] userIds);

    /**
     * Extends a node's lease to this time from now.
     *
     * @return false if its lease had expired, or it had none: what it published of its users may be lost
     */
    boolean renew(String node, Duration lease);

    /** Removes the users of nodes whose lease has expired. */
    void endExpired();

    /**
     * The given users who are present or left recently. Users of a dead node count as live until {@link #endExpired}.
     */
    Map<Long, Presence> find(long[] userIds);
}

package social.roost.graph.postgres;

import social.roost.event.Event;

/**
 * That an edge came to be or ended, as the follower's shard has committed it and the followee's shard is to learn it.
 *
 * @param version greater than that of any earlier change of the edge
 * @param createdAt of the edge, in milliseconds since 1970; of no use when it ended
 * @param present whether there is an edge from now on
 * @param told whether there is an event to it
 */
record EdgeChange(long version, long followerId, long followeeId, long createdAt, boolean present, boolean told) {

    Event event() {
        return present ? new Event.Followed(followerId, followeeId) : new Event.Unfollowed(followerId, followeeId);
    }
}

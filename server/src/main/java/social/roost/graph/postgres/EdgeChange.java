package social.roost.graph.postgres;

import social.roost.event.Event;

/**
 * The addition or removal of an edge, committed by the follower's shard, for the followee's shard.
 *
 * @param version greater than that of any earlier change of the edge
 * @param createdAt of the edge, in milliseconds since 1970; irrelevant for a removal
 * @param present whether the edge exists from now on
 * @param told whether it has an event
 */
record EdgeChange(long version, long followerId, long followeeId, long createdAt, boolean present, boolean told) {

    Event event() {
        return present ? new Event.Followed(followerId, followeeId) : new Event.Unfollowed(followerId, followeeId);
    }
}

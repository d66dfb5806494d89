package social.roost.app;

import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.graph.Blocks;
import social.roost.graph.Graph;

/** Drops cached follows, blocks and mutes that another process has changed. */
record GraphInvalidation(Graph graph, Blocks blocks) implements StreamConsumer.OfGraph {

    @Override
    public void consume(Event.OfGraph event) {
        switch (event) {
            case Event.OfFollows follow -> graph.changed(follow.followerId(), follow.followeeId());
            case Event.Blocked(long user, long other) -> block(user, other);
            case Event.Unblocked(long user, long other) -> block(user, other);
            case Event.Muted(long user, long _) -> blocks.forget(user);
            case Event.Unmuted(long user, long _) -> blocks.forget(user);
            case Event.FollowOptionsChanged(long user, long _) -> blocks.forget(user);
            case Event.OfFame _, Event.OfLists _ -> {}
        }
    }

    private void block(long user, long other) {
        blocks.forget(user);
        blocks.forget(other);
    }
}

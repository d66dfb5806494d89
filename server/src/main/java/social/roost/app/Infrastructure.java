package social.roost.app;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import social.roost.base.NodeLease;
import social.roost.base.Snowflake;
import social.roost.base.trace.Tracer;
import social.roost.event.BackfillStore;
import social.roost.event.EventConsumer;
import social.roost.event.EventLog;
import social.roost.event.OwnWrites;

/**
 * What all features stand on.
 *
 * @param backfills how far the consumer groups have got that begin by reading the stores
 * @param shared null where no other process uses the same stores
 * @param ids makes the ids of this process
 * @param tracer continues the traces of the events that are consumed
 */
record Infrastructure(
        EventLog events,
        BackfillStore backfills,
        @Nullable Shared shared,
        Snowflake ids,
        Tracer tracer,
        InstantSource clock) {

    /** Generates ids with a node number while it is held. */
    static Snowflake ids(NodeLease node, InstantSource clock) {
        Snowflake ids = new Snowflake(node, clock);
        node.keepAheadOf(ids);
        return ids;
    }

    /**
     * Keeps processes in step that share stores.
     *
     * @param ownWrites the recent writes of each user
     * @param caches updates the caches shared by all processes, before those in memory
     * @param counts updates the counts of tweets after the actions they count
     * @param recent keeps the list of the newest tweets in the memory of each process
     */
    record Shared(OwnWrites ownWrites, EventConsumer caches, EventConsumer counts, EventConsumer recent) {}
}

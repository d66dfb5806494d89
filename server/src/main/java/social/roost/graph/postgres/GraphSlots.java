package social.roost.graph.postgres;

import org.jdbi.v3.core.statement.PreparedBatch;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.LongColumn;

/**
 * Maps users to shards, and tweets to the shard of their analytics. An id belongs to one of 1,024 slots, forever, and the
 * table {@code graph_slot} assigns each slot to a shard. The table is filled evenly once, and read when a process starts.
 *
 * <p>To move a slot to another shard, move its rows and change that table while no process runs. The target's {@code
 * edge_change} must continue above the versions of the moved rows.
 */
public final class GraphSlots {
    private static final int SLOTS = 1_024;
    private static final int UNUSED_BITS = Long.SIZE - 10;

    private final int[] shards;

    private GraphSlots(int[] shards) {
        this.shards = shards;
    }

    /**
     * Reads the table, after filling it if it is empty.
     *
     * @param accounts the database with the table
     * @param shardCount the number of shards
     * @throws IllegalStateException if slots are assigned to other shards
     */
    public static GraphSlots read(Database accounts, int shardCount) {
        if (load(accounts).length < SLOTS) {
            fill(accounts, shardCount);
        }
        int[] shards = load(accounts);
        for (int shard : shards) {
            if (shard < 0 || shard >= shardCount) {
                throw new IllegalStateException("The graph has users on shard " + (shard + 1) + ", but only "
                        + shardCount + " shards are configured");
            }
        }
        return new GraphSlots(shards);
    }

    private static int[] load(Database accounts) {
        long[] shards = accounts.read(
                handle -> LongColumn.read(handle.createQuery("SELECT shard FROM graph_slot ORDER BY slot")));
        int[] bySlot = new int[shards.length];
        for (int slot = 0; slot < shards.length; slot++) {
            bySlot[slot] = Math.toIntExact(shards[slot]);
        }
        return bySlot;
    }

    /** If several processes do this concurrently, the first one wins. */
    private static void fill(Database accounts, int shardCount) {
        accounts.write(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("INSERT INTO graph_slot (slot, shard) VALUES (?, ?) ON CONFLICT DO NOTHING");
            for (int slot = 0; slot < SLOTS; slot++) {
                batch.add(slot, slot % shardCount);
            }
            return batch.execute();
        });
    }

    /** The shard of a user, or of the analytics of a tweet. */
    public int shard(long id) {
        return shards[slot(id)];
    }

    /**
     * The ten highest bits of the id, mixed as in SplitMix64. Ids differ little in some of their bits, and ids with a
     * similar clock and sequence must not share a shard. Must never change.
     */
    static int slot(long userId) {
        long mixed = (userId ^ userId >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (int) ((mixed ^ mixed >>> 31) >>> UNUSED_BITS);
    }
}

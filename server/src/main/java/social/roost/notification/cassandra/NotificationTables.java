package social.roost.notification.cassandra;

import java.util.List;
import social.roost.driver.cassandra.SchemaPart;

/**
 * The table {@code notification}: all that one user is told, a notification in each slot, in one partition.
 *
 * <p>Slot -1 is none: it holds what was taken back lately ({@link TakenBack}), up to 8 KB. There are as many slots as notifications
 * that are kept, and rows are overwritten, never deleted: an {@code id} of 0 is a
 * free slot. So a partition has a bound, 1,000 rows of 60 bytes and 8 more for each actor, and no tombstones, however much goes
 * on there. {@code actors} holds their ids as eight bytes each, the newest first. {@code read_at} is the time up to which
 * everything is read, {@code unwanted} the types that the user does not want to be told, with commas between. {@code revision}
 * counts the writes; each is made on the condition that it still is what was seen.
 */
public final class NotificationTables {
    public static final SchemaPart PART = new SchemaPart("notification", List.of("""
            CREATE TABLE IF NOT EXISTS notification (user_id bigint, slot int, id bigint, type text, target_id bigint,
                created_at bigint, updated_at bigint, actors blob, revision bigint static, read_at bigint static,
                unwanted text static, PRIMARY KEY (user_id, slot))"""));

    private NotificationTables() {}
}

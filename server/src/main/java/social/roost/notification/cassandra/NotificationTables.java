package social.roost.notification.cassandra;

import java.util.List;
import social.roost.driver.cassandra.SchemaPart;

/**
 * The table {@code notification}: all notifications of one user, each in a slot, in one partition.
 *
 * <p>Slot -1 is not a notification: it contains what was withdrawn recently ({@link TakenBack}), up to 8 KB. There are
 * as many slots as notifications are kept, and rows are overwritten, never deleted: an {@code id} of 0 is a free slot.
 * So a partition is bounded, with 1,000 rows of 60 bytes and 8 more for each actor, and has no tombstones, however much
 * happens. {@code actors} contains their ids as eight bytes each, newest first. {@code read_at} is the time up to which
 * everything is read, {@code unwanted} the comma-separated types that the user does not want. {@code revision} counts
 * the writes; each is conditional on the revision that was read.
 */
public final class NotificationTables {
    public static final SchemaPart PART = new SchemaPart("notification", List.of("""
            CREATE TABLE IF NOT EXISTS notification (user_id bigint, slot int, id bigint, type text, target_id bigint,
                created_at bigint, updated_at bigint, actors blob, revision bigint static, read_at bigint static,
                unwanted text static, PRIMARY KEY (user_id, slot))"""));

    private NotificationTables() {}
}

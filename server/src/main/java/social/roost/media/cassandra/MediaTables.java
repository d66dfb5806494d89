package social.roost.media.cassandra;

import java.util.List;
import social.roost.driver.cassandra.SchemaPart;

/**
 * The tables.
 *
 * <ul>
 * <li>{@code medium}: a medium by its id. Written conditionally: {@code version} changes with each write.
 * <li>{@code medium_by_user}: the ids of a user's media.
 * <li>{@code medium_due}: when something has to be done with a medium, by hour. An entry is written before the medium
 *     and removed after it, so there may be entries too many: one is valid if the medium has the same time.
 * </ul>
 */
public final class MediaTables {
    public static final SchemaPart PART = new SchemaPart("media", List.of("""
            CREATE TABLE IF NOT EXISTS medium (id bigint PRIMARY KEY, user_id bigint, purpose text, type text,
                size bigint, state text, failure text, content text, alt_text text, focus_x double, focus_y double,
                uses text, attempts int, started_at bigint, progress double, since bigint, due_at bigint,
                version bigint)""", """
            CREATE TABLE IF NOT EXISTS medium_by_user (user_id bigint, id bigint, PRIMARY KEY (user_id, id))""", """
            CREATE TABLE IF NOT EXISTS medium_due (hour bigint, due_at bigint, id bigint,
                PRIMARY KEY (hour, due_at, id)) WITH gc_grace_seconds = 86400"""));

    private MediaTables() {}
}

package social.roost.event.sql;

import org.jdbi.v3.core.Handle;
import social.roost.event.Event;

/** Where a SQL store puts the event of a write: in the same transaction, so that there is either both or neither. */
@FunctionalInterface
public interface SqlOutbox {
    void append(Handle handle, Event event);
}

/** The event log as tables of the database with all other data, so that state and event are one transaction. */
@NullMarked
package social.roost.event.sql;

import org.jspecify.annotations.NullMarked;

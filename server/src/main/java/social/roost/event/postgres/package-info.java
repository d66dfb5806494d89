/** The outbox of data stored in PostgreSQL. */
@NullMarked
package social.roost.event.postgres;

import org.jspecify.annotations.NullMarked;

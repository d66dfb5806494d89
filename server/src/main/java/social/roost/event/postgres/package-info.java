/** Where what is stored in PostgreSQL keeps its events until the log has them. */
@NullMarked
package social.roost.event.postgres;

import org.jspecify.annotations.NullMarked;

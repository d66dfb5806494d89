/** The outbox of stores in Cassandra. */
@NullMarked
package social.roost.event.cassandra;

import org.jspecify.annotations.NullMarked;

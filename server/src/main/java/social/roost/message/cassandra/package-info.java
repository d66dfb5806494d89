/** Direct messages in Cassandra. */
@NullMarked
package social.roost.message.cassandra;

import org.jspecify.annotations.NullMarked;

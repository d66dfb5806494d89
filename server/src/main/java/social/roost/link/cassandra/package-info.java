/** Cards in Cassandra. */
@NullMarked
package social.roost.link.cassandra;

import org.jspecify.annotations.NullMarked;

/** Media in Cassandra. */
@NullMarked
package social.roost.media.cassandra;

import org.jspecify.annotations.NullMarked;

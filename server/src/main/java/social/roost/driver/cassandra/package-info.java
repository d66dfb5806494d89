/** Cassandra: a session that is guarded, reads many rows at once, and makes its schema. */
@NullMarked
package social.roost.driver.cassandra;

import org.jspecify.annotations.NullMarked;

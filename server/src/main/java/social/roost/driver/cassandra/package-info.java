/** Cassandra: a guarded session that reads many rows at once and migrates its schema. */
@NullMarked
package social.roost.driver.cassandra;

import org.jspecify.annotations.NullMarked;

/** Cassandra, and the one way in which it is called. */
@NullMarked
package social.roost.driver.cassandra;

import org.jspecify.annotations.NullMarked;

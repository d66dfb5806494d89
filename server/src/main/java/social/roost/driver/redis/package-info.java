/**
 * A thin client of Redis: calls with a deadline, many in one round trip, scripts, and values cached aside from a store.
 */
@NullMarked
package social.roost.driver.redis;

import org.jspecify.annotations.NullMarked;

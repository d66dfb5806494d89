/** Presence in Redis, for all processes. */
@NullMarked
package social.roost.live.redis;

import org.jspecify.annotations.NullMarked;

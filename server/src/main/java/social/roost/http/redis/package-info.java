/** Rate limits in Redis, for processes that share them. */
@NullMarked
package social.roost.http.redis;

import org.jspecify.annotations.NullMarked;

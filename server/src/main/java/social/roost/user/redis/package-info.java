/** Users and sessions, cached in Redis. */
@NullMarked
package social.roost.user.redis;

import org.jspecify.annotations.NullMarked;

/** The most recent writes of users, in Redis. */
@NullMarked
package social.roost.event.redis;

import org.jspecify.annotations.NullMarked;

/** Typing signals in Redis. */
@NullMarked
package social.roost.message.redis;

import org.jspecify.annotations.NullMarked;

/** Muted words, cached in Redis. */
@NullMarked
package social.roost.mute.redis;

import org.jspecify.annotations.NullMarked;

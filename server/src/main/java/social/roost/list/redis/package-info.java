/** Whom exclusive lists keep out of Home, cached in Redis. */
@NullMarked
package social.roost.list.redis;

import org.jspecify.annotations.NullMarked;

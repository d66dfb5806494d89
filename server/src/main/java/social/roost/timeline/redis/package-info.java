/** Timelines in Redis. */
@NullMarked
package social.roost.timeline.redis;

import org.jspecify.annotations.NullMarked;

/** What users did in the last moments, in Redis. */
@NullMarked
package social.roost.event.redis;

import org.jspecify.annotations.NullMarked;

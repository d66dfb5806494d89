/** What readers have seen and the order in which they read, in Redis. */
@NullMarked
package social.roost.ranking.redis;

import org.jspecify.annotations.NullMarked;

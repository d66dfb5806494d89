/** Who follows whom, cached in Redis. */
@NullMarked
package social.roost.graph.redis;

import org.jspecify.annotations.NullMarked;

/** Where the cluster reads trends. */
@NullMarked
package social.roost.trend.redis;

import org.jspecify.annotations.NullMarked;

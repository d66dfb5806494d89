@NullMarked
package social.roost.trend.redis;

import org.jspecify.annotations.NullMarked;

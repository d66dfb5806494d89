@NullMarked
package social.roost.ranking.redis;

import org.jspecify.annotations.NullMarked;

/** Trends of a single process. */
@NullMarked
package social.roost.trend.memory;

import org.jspecify.annotations.NullMarked;

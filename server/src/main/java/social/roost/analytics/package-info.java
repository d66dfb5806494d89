/** How often tweets are seen and what viewers do with them, for their authors. */
@NullMarked
package social.roost.analytics;

import org.jspecify.annotations.NullMarked;

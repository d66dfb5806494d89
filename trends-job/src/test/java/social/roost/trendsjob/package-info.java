@NullMarked
package social.roost.trendsjob;

import org.jspecify.annotations.NullMarked;

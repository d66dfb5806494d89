@NullMarked
package social.roost.trend;

import org.jspecify.annotations.NullMarked;

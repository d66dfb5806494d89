/** Format and levels of the log. */
@NullMarked
package social.roost.driver.logback;

import org.jspecify.annotations.NullMarked;

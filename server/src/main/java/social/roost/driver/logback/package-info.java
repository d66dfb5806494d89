/** How the log is written, and what of it. */
@NullMarked
package social.roost.driver.logback;

import org.jspecify.annotations.NullMarked;

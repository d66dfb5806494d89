/** A server that accepts emails with SMTP. */
@NullMarked
package social.roost.driver.smtp;

import org.jspecify.annotations.NullMarked;

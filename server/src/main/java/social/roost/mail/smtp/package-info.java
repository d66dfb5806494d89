/** Gives emails to an SMTP server. */
@NullMarked
package social.roost.mail.smtp;

import org.jspecify.annotations.NullMarked;

/** Emails: what is to be sent, the texts, and sending them. It knows no users. */
@NullMarked
package social.roost.mail;

import org.jspecify.annotations.NullMarked;

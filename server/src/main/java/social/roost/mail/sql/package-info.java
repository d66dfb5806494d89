/** Emails that are to be sent, in SQL. */
@NullMarked
package social.roost.mail.sql;

import org.jspecify.annotations.NullMarked;

/** Accounts and sessions in SQL. */
@NullMarked
package social.roost.user.sql;

import org.jspecify.annotations.NullMarked;

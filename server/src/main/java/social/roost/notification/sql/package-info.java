/** Notifications in SQL. */
@NullMarked
package social.roost.notification.sql;

import org.jspecify.annotations.NullMarked;

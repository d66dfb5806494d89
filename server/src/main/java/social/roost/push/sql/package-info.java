/** Push subscriptions in SQL. */
@NullMarked
package social.roost.push.sql;

import org.jspecify.annotations.NullMarked;

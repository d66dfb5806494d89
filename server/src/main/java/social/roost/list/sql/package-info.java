/** Lists of users in SQL. */
@NullMarked
package social.roost.list.sql;

import org.jspecify.annotations.NullMarked;

/** Direct messages in SQL. */
@NullMarked
package social.roost.message.sql;

import org.jspecify.annotations.NullMarked;

/** Cards in SQL. */
@NullMarked
package social.roost.link.sql;

import org.jspecify.annotations.NullMarked;

/** Media in SQL. */
@NullMarked
package social.roost.media.sql;

import org.jspecify.annotations.NullMarked;

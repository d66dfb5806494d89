/** Muted words in SQL. */
@NullMarked
package social.roost.mute.sql;

import org.jspecify.annotations.NullMarked;

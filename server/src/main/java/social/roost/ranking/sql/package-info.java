/** Signals in a SQL database. */
@NullMarked
package social.roost.ranking.sql;

import org.jspecify.annotations.NullMarked;

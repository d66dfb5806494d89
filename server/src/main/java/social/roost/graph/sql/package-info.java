/** Follows, blocks and mutes in SQL. */
@NullMarked
package social.roost.graph.sql;

import org.jspecify.annotations.NullMarked;

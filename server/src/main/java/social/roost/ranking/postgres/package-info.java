/** Signals on the PostgreSQL shards of the graph. */
@NullMarked
package social.roost.ranking.postgres;

import org.jspecify.annotations.NullMarked;

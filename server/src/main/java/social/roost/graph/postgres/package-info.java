/** The graph sharded over several PostgreSQL databases. */
@NullMarked
package social.roost.graph.postgres;

import org.jspecify.annotations.NullMarked;

/** Analytics on the shards of PostgreSQL. */
@NullMarked
package social.roost.analytics.postgres;

import org.jspecify.annotations.NullMarked;

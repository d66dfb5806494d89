/** Analytics in tables, in SQLite and in each shard of PostgreSQL. */
@NullMarked
package social.roost.analytics.sql;

import org.jspecify.annotations.NullMarked;

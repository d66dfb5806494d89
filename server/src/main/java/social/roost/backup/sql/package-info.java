/** Snapshots of a SQLite database. */
@NullMarked
package social.roost.backup.sql;

import org.jspecify.annotations.NullMarked;

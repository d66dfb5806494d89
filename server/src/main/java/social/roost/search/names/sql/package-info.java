/** The names of users and the hashtags in tables, in SQLite and PostgreSQL. */
@NullMarked
package social.roost.search.names.sql;

import org.jspecify.annotations.NullMarked;

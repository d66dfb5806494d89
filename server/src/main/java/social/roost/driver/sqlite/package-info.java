/** SQLite: one file, one writer thread that commits in groups, and a pool of read connections. */
@NullMarked
package social.roost.driver.sqlite;

import org.jspecify.annotations.NullMarked;

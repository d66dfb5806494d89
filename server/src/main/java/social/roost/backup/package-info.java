/** Backups of a data folder: made while the server runs, verified, and restored as a whole or not at all. */
@NullMarked
package social.roost.backup;

import org.jspecify.annotations.NullMarked;

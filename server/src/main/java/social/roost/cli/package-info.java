/** The command line: one class for each command, which reads its options and makes one call into {@code app}. */
@NullMarked
package social.roost.cli;

import org.jspecify.annotations.NullMarked;

/** Runs other programs: with low priority, few environment variables, and a deadline. */
@NullMarked
package social.roost.media.process.program;

import org.jspecify.annotations.NullMarked;

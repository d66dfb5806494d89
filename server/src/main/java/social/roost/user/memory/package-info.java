/** What users need for a moment only, in the memory of one process. */
@NullMarked
package social.roost.user.memory;

import org.jspecify.annotations.NullMarked;

/** Presence in the memory of one process. */
@NullMarked
package social.roost.live.memory;

import org.jspecify.annotations.NullMarked;

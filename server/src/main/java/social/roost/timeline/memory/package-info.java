/** Home timelines in the memory of one process. */
@NullMarked
package social.roost.timeline.memory;

import org.jspecify.annotations.NullMarked;

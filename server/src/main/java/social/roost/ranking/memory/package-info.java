/** What readers have seen and the order in which they read, in the memory of one process. */
@NullMarked
package social.roost.ranking.memory;

import org.jspecify.annotations.NullMarked;

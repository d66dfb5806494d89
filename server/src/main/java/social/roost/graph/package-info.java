/** Follow, block, mute. */
@NullMarked
package social.roost.graph;

import org.jspecify.annotations.NullMarked;

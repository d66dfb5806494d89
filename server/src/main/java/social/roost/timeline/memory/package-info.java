@NullMarked
package social.roost.timeline.memory;

import org.jspecify.annotations.NullMarked;

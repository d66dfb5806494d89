@NullMarked
package social.roost.timeline;

import org.jspecify.annotations.NullMarked;

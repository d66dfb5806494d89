@NullMarked
package social.roost.event;

import org.jspecify.annotations.NullMarked;

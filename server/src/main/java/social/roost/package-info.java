/** The Roost server: {@link social.roost.Main} starts it. */
@NullMarked
package social.roost;

import org.jspecify.annotations.NullMarked;

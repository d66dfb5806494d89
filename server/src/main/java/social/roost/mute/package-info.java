/** What users do not want to read, other than by whom it is: muted words. */
@NullMarked
package social.roost.mute;

import org.jspecify.annotations.NullMarked;

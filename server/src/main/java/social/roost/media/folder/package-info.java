/** Objects in a folder of this machine. */
@NullMarked
package social.roost.media.folder;

import org.jspecify.annotations.NullMarked;

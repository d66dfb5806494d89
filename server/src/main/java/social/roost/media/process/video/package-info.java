/** Converts animations and videos with ffmpeg. */
@NullMarked
package social.roost.media.process.video;

import org.jspecify.annotations.NullMarked;

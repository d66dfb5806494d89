/**
 * Processes uploads outside of the server's process, which hostile files cannot reach: pictures in a worker process,
 * animations and videos with ffmpeg.
 */
@NullMarked
package social.roost.media.process;

import org.jspecify.annotations.NullMarked;

/** What happens to a picture in the worker process: its header is checked, then it is decoded, scaled and encoded. */
@NullMarked
package social.roost.media.process.image;

import org.jspecify.annotations.NullMarked;

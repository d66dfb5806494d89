/** Pictures, GIFs and videos: what is uploaded, processed, stored and delivered. */
@NullMarked
package social.roost.media;

import org.jspecify.annotations.NullMarked;

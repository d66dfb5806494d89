/** Objects in S3. */
@NullMarked
package social.roost.media.s3;

import org.jspecify.annotations.NullMarked;

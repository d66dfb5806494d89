/** A bucket of an object storage with the protocol of Amazon S3. */
@NullMarked
package social.roost.driver.s3;

import org.jspecify.annotations.NullMarked;

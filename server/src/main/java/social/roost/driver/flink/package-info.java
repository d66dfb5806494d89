/** Flink, whose REST API starts and stops jobs. */
@NullMarked
package social.roost.driver.flink;

import org.jspecify.annotations.NullMarked;

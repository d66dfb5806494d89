/** Kafka, called with a deadline and behind a guard. */
@NullMarked
package social.roost.driver.kafka;

import org.jspecify.annotations.NullMarked;

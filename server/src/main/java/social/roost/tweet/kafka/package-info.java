/** The newest tweets, from the events in Kafka. */
@NullMarked
package social.roost.tweet.kafka;

import org.jspecify.annotations.NullMarked;

/** The event log on Kafka: one topic for each stream of events, shared by all processes. */
@NullMarked
package social.roost.event.kafka;

import org.jspecify.annotations.NullMarked;

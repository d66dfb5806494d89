package social.roost.app;

import social.roost.event.EventConsumer;

/** A consumer group and who runs it: every process with the role takes its share of the events. */
record ConsumerGroup(String name, Role role, EventConsumer consumer) {}

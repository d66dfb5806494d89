package social.roost.app;

import java.time.Duration;

/** A short task that runs periodically while the server is up. */
record ScheduledTask(Duration period, Runnable task) {}

package social.roost.app;

import java.time.Duration;

/** Something small that is to be done again and again while the server runs. */
record Chore(Duration period, Runnable task) {}

/** Notifications in Cassandra. */
@NullMarked
package social.roost.notification.cassandra;

import org.jspecify.annotations.NullMarked;

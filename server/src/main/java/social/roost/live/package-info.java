/** Live events for users with an open stream: new tweets, deletions, counts, notifications. */
@NullMarked
package social.roost.live;

import org.jspecify.annotations.NullMarked;

/** Notifies users of what others do that concerns them: mentions, replies, likes, retweets, quotes, follows. */
@NullMarked
package social.roost.notification;

import org.jspecify.annotations.NullMarked;

/** Lists of tweets: a user's tweets, a conversation, and the home timeline with its fan-out. */
@NullMarked
package social.roost.timeline;

import org.jspecify.annotations.NullMarked;

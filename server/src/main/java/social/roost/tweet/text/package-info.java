/** The meaning of a tweet's text: its weighted length, whether it may be posted, and its entities. */
@NullMarked
package social.roost.tweet.text;

import org.jspecify.annotations.NullMarked;

/** What the text of a tweet means: its weighted length, whether it may be posted, and its entities. */
@NullMarked
package social.roost.tweet.text;

import org.jspecify.annotations.NullMarked;

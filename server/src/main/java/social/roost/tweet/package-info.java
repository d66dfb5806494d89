/** Post, delete and read tweets; like, retweet, reply, quote, bookmark. */
@NullMarked
package social.roost.tweet;

import org.jspecify.annotations.NullMarked;

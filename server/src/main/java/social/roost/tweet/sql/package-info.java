/** Tweets, likes and bookmarks in SQL. */
@NullMarked
package social.roost.tweet.sql;

import org.jspecify.annotations.NullMarked;

/** Tweets in Cassandra: by id, by author, and the events of their writes. */
@NullMarked
package social.roost.tweet.cassandra;

import org.jspecify.annotations.NullMarked;

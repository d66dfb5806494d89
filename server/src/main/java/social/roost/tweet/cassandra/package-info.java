/** Tweets in Cassandra: by id and by author, with the events of their writes. */
@NullMarked
package social.roost.tweet.cassandra;

import org.jspecify.annotations.NullMarked;

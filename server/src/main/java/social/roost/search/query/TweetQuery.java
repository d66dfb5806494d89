package social.roost.search.query;

import org.jspecify.annotations.Nullable;

/**
 * A query as an index answers it.
 *
 * @param nearby the words of the query in its order: a tweet that has them so is more relevant; null if there are fewer
 *     than two
 */
public record TweetQuery(Condition condition, Condition.@Nullable Words nearby) {}

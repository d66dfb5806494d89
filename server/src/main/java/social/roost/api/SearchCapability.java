package social.roost.api;

import social.roost.search.TweetSearch;
import social.roost.search.query.QueryParser;

/**
 * The search for tweets, among the capabilities.
 *
 * @param tweets whether tweets are searched
 */
public record SearchCapability(boolean tweets, int queryLength, int queryClauses) {

    /** That of a server that searches tweets. */
    public static final Capability OF_TWEETS =
            Capability.fixed("search", new SearchCapability(true, TweetSearch.LONGEST_QUERY, QueryParser.MOST_CLAUSES));
}

package social.roost.search;

import java.util.List;
import java.util.Set;
import social.roost.search.text.Token;

/**
 * A tweet as it is indexed.
 *
 * @param tokens of its text, its content warning and the descriptions of its media
 * @param attributes by which it is filtered, see {@link social.roost.search.query.Attributes}
 */
public record IndexedTweet(long id, List<Token> tokens, Set<String> attributes, Popularity popularity) {}

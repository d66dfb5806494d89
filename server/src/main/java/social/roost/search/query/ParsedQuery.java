package social.roost.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a text that someone searches for.
 *
 * @param query null if no tweet is searched for, as a warning explains
 * @param clauses the number of words, phrases and operators
 */
public record ParsedQuery(@Nullable TweetQuery query, List<Warning> warnings, int clauses) {}

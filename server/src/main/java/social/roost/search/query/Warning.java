package social.roost.search.query;

/**
 * Part of a query that was not understood, or that has no effect.
 *
 * @param code stable, for programs
 * @param text for people
 * @param position of that part, in code points of the query
 */
public record Warning(String code, String text, int position) {}

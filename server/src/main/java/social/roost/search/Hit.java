package social.roost.search;

/**
 * A tweet that an index found.
 *
 * @param score 0 in {@link SearchOrder.Latest}
 */
public record Hit(long id, float score) {}

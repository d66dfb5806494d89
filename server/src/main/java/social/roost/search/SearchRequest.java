package social.roost.search;

import java.time.ZoneId;
import social.roost.base.ListId;
import social.roost.base.PageRequest;

/**
 * A search.
 *
 * @param zone of the dates in the query
 */
public record SearchRequest(String query, Sort sort, ZoneId zone, PageRequest page) {

    /** The order of the results. */
    public enum Sort {
        RELEVANCE,
        LATEST
    }

    /** Its cursors do not fit other searches. */
    ListId list() {
        return new ListId("search:" + sort + ":" + zone + ":" + query, 0);
    }
}

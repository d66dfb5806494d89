package social.roost.link;

import java.util.Collection;
import java.util.Map;

/**
 * Cards by link. A card is shared by all tweets with the link, and is kept when they are deleted.
 *
 * <p>A write is durable when it returns, and a read after it sees it.
 */
public interface LinkCardStore {

    /** The cards of these links, by link; links without one are left out. */
    Map<String, LinkCard> find(Collection<String> links);

    /** Stores a card, or replaces an earlier one of the link. */
    void put(LinkCard card);
}

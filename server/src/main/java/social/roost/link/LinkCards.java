package social.roost.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.CacheUse;
import social.roost.base.LogThrottle;
import social.roost.base.OverloadedException;
import social.roost.base.UnavailableException;
import social.roost.tweet.Tweet;
import social.roost.tweet.text.Entities;

/**
 * Cards for reading: from a cache, and on a miss from the store in one batch. A page without links costs nothing.
 *
 * <p>The process that fetches a card caches it at once. Other processes show it within a minute, when they forget that
 * there was none.
 */
public final class LinkCards {
    /** Longer links have no card. Keys of this length fit an index of every database. */
    static final int LONGEST_LINK = 800;

    private static final Duration CARD_LIFETIME = Duration.ofHours(1);
    private static final Duration ABSENCE_LIFETIME = Duration.ofMinutes(1);
    private static final int ABSENCE_BYTES = 200;
    private static final Logger LOG = LoggerFactory.getLogger(LinkCards.class);

    private final Function<Collection<String>, Map<String, LinkCard>> load;
    private final Cache<String, Known> cache;
    private final LogThrottle warnings = new LogThrottle(1);

    /** @param load returns the stored cards of these links */
    public LinkCards(Function<Collection<String>, Map<String, LinkCard>> load, long cacheBytes) {
        this.load = load;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((String link, Known known) -> known.bytes(link))
                .expireAfter(Expiry.writing(
                        (String link, Known known) -> known.card() == null ? ABSENCE_LIFETIME : CARD_LIFETIME))
                .recordStats()
                .build();
    }

    /** Without any card. */
    public static LinkCards none() {
        return new LinkCards(_ -> Map.of(), 0);
    }

    public CacheUse cache() {
        return new CacheUse(cache);
    }

    /** Adds the link whose card is shown with the tweet, if it has one. */
    public static void addLink(Tweet tweet, Set<String> links) {
        String link = linkOf(tweet);
        if (link != null) {
            links.add(link);
        }
    }

    /** The first link of the tweet, null if there is none. */
    static @Nullable String linkOf(Tweet tweet) {
        List<Entities.Url> urls = tweet.entities().urls();
        return urls.isEmpty() || urls.getFirst().url().length() > LONGEST_LINK
                ? null
                : urls.getFirst().url();
    }

    /** The cards of these links, as far as they have one and the store responds: a page is complete without them. */
    public List<LinkCard> find(Set<String> links) {
        if (links.isEmpty()) {
            return List.of();
        }
        List<LinkCard> cards = new ArrayList<>(links.size());
        List<String> missing = new ArrayList<>();
        for (String link : links) {
            Known known = cache.getIfPresent(link);
            if (known == null) {
                missing.add(link);
            } else if (known.card() != null) {
                cards.add(known.card());
            }
        }
        if (!missing.isEmpty()) {
            cards.addAll(loadMissing(missing));
        }
        return cards;
    }

    /** Called when a card was stored: from now on, reads in this process return it. */
    void stored(LinkCard card) {
        cache.put(card.link(), new Known(card));
    }

    private Collection<LinkCard> loadMissing(List<String> links) {
        try {
            Map<String, LinkCard> loaded = load.apply(links);
            // A card that was stored in the meantime is newer than what was read.
            links.forEach(link -> cache.asMap().putIfAbsent(link, new Known(loaded.get(link))));
            return loaded.values();
        } catch (UnavailableException | OverloadedException e) {
            if (warnings.allows()) {
                LOG.warn("Pages are shown without cards of links: {}", e.getMessage());
            }
            return List.of();
        }
    }

    /** What is known of a link: its card, or that there is none. */
    private record Known(@Nullable LinkCard card) {
        int bytes(String link) {
            return card == null ? ABSENCE_BYTES + link.length() : card.bytes();
        }
    }
}

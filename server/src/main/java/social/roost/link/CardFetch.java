package social.roost.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweets;

/**
 * Fetches the page that a new or edited tweet links to, and stores its card, unless a recent one is stored. The log
 * limits how many are fetched at once.
 *
 * <p>A page that cannot be fetched is not an error: the tweet has no card, and this process leaves the link alone for a
 * while. An earlier card of the link remains.
 */
public final class CardFetch implements StreamConsumer.OfTweets {
    private static final Duration FRESH = Duration.ofDays(7);
    private static final Duration LEFT_ALONE = Duration.ofHours(1);
    private static final int REMEMBERED_FAILURES = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(CardFetch.class);

    private final Tweets tweets;
    private final LinkCardStore store;
    private final LinkCards cards;
    private final PageFetch pages;
    private final InstantSource clock;
    private final Cache<String, Boolean> failures = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_FAILURES)
            .expireAfterWrite(LEFT_ALONE)
            .build();

    public CardFetch(Tweets tweets, LinkCardStore store, LinkCards cards, PageFetch pages, InstantSource clock) {
        this.tweets = tweets;
        this.store = store;
        this.cards = cards;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long id, long _) -> fetch(tweets.find(id).orElse(null));
            // The event may arrive before the cache of this process knows of the edit.
            case Event.TweetEdited(long id, long _) -> fetch(tweets.changed(id));
            case Event.TweetDeleted _ -> {}
        }
    }

    private void fetch(@Nullable StoredTweet tweet) {
        String link = tweet == null ? null : LinkCards.linkOf(tweet.tweet());
        if (link != null && isWanted(link)) {
            fetch(link);
        }
    }

    private boolean isWanted(String link) {
        if (failures.getIfPresent(link) != null) {
            return false;
        }
        LinkCard stored = store.find(List.of(link)).get(link);
        return stored == null || stored.fetchedAt() < clock.millis() - FRESH.toMillis();
    }

    private void fetch(String link) {
        LinkCard.Texts texts = read(link);
        if (texts == null) {
            failures.put(link, true);
            return;
        }
        LinkCard card = new LinkCard(link, texts, clock.millis());
        store.put(card);
        cards.stored(card);
    }

    private LinkCard.@Nullable Texts read(String link) {
        try {
            return PageHead.read(pages.fetch(PageAddress.of(link)));
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted: the event will be delivered again", e);
            }
            LOG.debug("No card of {}", link, e);
            return null;
        }
    }
}

package social.roost.tweet;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.CacheUse;
import social.roost.base.Ids;
import social.roost.base.UnavailableException;

/** Shows polls. Votes are secret: nobody learns who chose what. */
public final class Polls {
    private static final Logger LOG = LoggerFactory.getLogger(Polls.class);

    private final PollStore store;
    private final PollTotals totals;
    private final InstantSource clock;

    public Polls(PollStore store, InstantSource clock) {
        this.store = store;
        this.totals = new PollTotals(store, clock);
        this.clock = clock;
    }

    /** Usage of the cached totals. */
    public CacheUse cache() {
        return totals.use();
    }

    /**
     * The polls on a page. It is shown without them while the votes cannot be read.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @param withPoll tweets with a poll
     * @return by tweet
     */
    public Map<Long, PollView> find(long viewerId, Collection<Tweet> withPoll) {
        if (withPoll.isEmpty()) {
            return Map.of();
        }
        try {
            return views(viewerId, withPoll);
        } catch (UnavailableException e) {
            LOG.debug("Shows tweets without their polls", e);
            return Map.of();
        }
    }

    /** The poll of a tweet, in which the user has just voted. */
    PollView voted(long userId, Tweet tweet) {
        totals.voted(tweet.id());
        return Objects.requireNonNull(views(userId, List.of(tweet)).get(tweet.id()));
    }

    /** Reads own choices first: whoever sees their choice sees it counted. */
    private Map<Long, PollView> views(long viewerId, Collection<Tweet> tweets) {
        Map<Long, Integer> choices = viewerId == 0 ? Map.of() : store.choices(viewerId, Ids.of(tweets, Tweet::id));
        Map<Long, List<Long>> votes = totals.of(tweets);
        Map<Long, PollView> views = HashMap.newHashMap(tweets.size());
        for (Tweet tweet : tweets) {
            Poll poll = Objects.requireNonNull(tweet.poll());
            Integer own = choices.get(tweet.id());
            boolean ended = poll.hasEnded(clock.millis());
            boolean shows = ended || own != null || tweet.authorId() == viewerId;
            views.put(
                    tweet.id(),
                    new PollView(tweet.id(), poll, votes.getOrDefault(tweet.id(), List.of()), own, ended, shows));
        }
        return views;
    }

    /** Adds a tweet to those with a poll; a list is made only if there are any. */
    public static List<Tweet> withPoll(Tweet tweet, List<Tweet> others) {
        if (tweet.poll() == null) {
            return others;
        }
        List<Tweet> more = others.isEmpty() ? new ArrayList<>() : others;
        more.add(tweet);
        return more;
    }
}

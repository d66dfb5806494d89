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
import social.roost.base.Ids;
import social.roost.base.UnavailableException;
import social.roost.tweet.PollStore.Votes;

/** Shows polls. Votes are secret: nobody learns who chose what. */
public final class Polls {
    private static final Logger LOG = LoggerFactory.getLogger(Polls.class);

    private final PollStore store;
    private final InstantSource clock;

    public Polls(PollStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Polls for a page, read in one batch. A page is shown without them while the votes cannot be read.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @param asking tweets with a poll
     * @return by tweet
     */
    public Map<Long, PollView> find(long viewerId, Collection<Tweet> asking) {
        if (asking.isEmpty()) {
            return Map.of();
        }
        Map<Long, Votes> votes;
        try {
            votes = store.votes(viewerId, Ids.of(asking, Tweet::id));
        } catch (UnavailableException e) {
            LOG.debug("Shows tweets without their polls", e);
            return Map.of();
        }
        Map<Long, PollView> polls = HashMap.newHashMap(asking.size());
        for (Tweet tweet : asking) {
            polls.put(tweet.id(), view(viewerId, tweet, votes.getOrDefault(tweet.id(), Votes.NONE)));
        }
        return polls;
    }

    /** The poll of a tweet that has one. */
    PollView find(long viewerId, Tweet tweet) {
        Map<Long, Votes> votes = store.votes(viewerId, new long[] {tweet.id()});
        return view(viewerId, tweet, votes.getOrDefault(tweet.id(), Votes.NONE));
    }

    private PollView view(long viewerId, Tweet tweet, Votes votes) {
        Poll poll = Objects.requireNonNull(tweet.poll());
        boolean ended = poll.hasEnded(clock.millis());
        boolean shows = ended || votes.ownChoice() != null || tweet.authorId() == viewerId;
        return new PollView(tweet.id(), poll, votes, ended, shows);
    }

    /** Adds a tweet to those with a poll; a list is made only if there are any. */
    public static List<Tweet> withPoll(Tweet tweet, List<Tweet> asking) {
        if (tweet.poll() == null) {
            return asking;
        }
        List<Tweet> more = asking.isEmpty() ? new ArrayList<>() : asking;
        more.add(tweet);
        return more;
    }
}

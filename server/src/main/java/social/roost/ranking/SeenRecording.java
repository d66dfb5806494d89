package social.roost.ranking;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.analytics.ViewListener;
import social.roost.base.UnavailableException;

/** Remembers which tweets readers have seen, unless they do not want that. Never fails: it may be lost. */
public final class SeenRecording implements ViewListener {
    private static final Logger LOG = LoggerFactory.getLogger(SeenRecording.class);

    private final SignalStore signals;
    private final SeenTweets seen;

    public SeenRecording(SignalStore signals, SeenTweets seen) {
        this.signals = signals;
        this.seen = seen;
    }

    @Override
    public void viewed(long viewerId, long[] tweetIds) {
        try {
            if (signals.choice(viewerId).remembersSeen()) {
                seen.add(viewerId, tweetIds);
            }
        } catch (UnavailableException e) {
            LOG.debug("Did not remember what was seen, since {}", e.getMessage());
        }
    }
}

package social.roost.ranking;

import java.util.List;
import social.roost.ranking.Signal.Kind;

/**
 * What readers did with tweets and asked for, and how they want their home timeline.
 *
 * <p>Promises: a write is durable when it returns, and idempotent. A read after a write sees it. Of each reader the {@link
 * #KEPT} newest interactions are kept, or a few more; wishes are kept until they are removed.
 */
public interface SignalStore {
    int KEPT = 1_000;

    /** Stores a signal instead of an earlier one of this kind about this tweet. */
    void add(long readerId, Signal signal);

    /** Removes a signal, if there is one. */
    void remove(long readerId, long tweetId, Kind kind);

    /** A reader's signals, the newest first. */
    List<Signal> of(long readerId);

    /** How the reader wants the home timeline; {@link HomeChoice#DEFAULT} if nothing was chosen. */
    HomeChoice choice(long readerId);

    /** Stores what the reader chose. */
    void choose(long readerId, HomeChoice choice);
}

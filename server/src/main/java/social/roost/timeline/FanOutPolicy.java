package social.roost.timeline;

import social.roost.graph.Fame;
import social.roost.graph.GraphStore;

/**
 * Decides whose tweets are pushed. It asks the store each time, so that all fan-out workers decide alike, and so that
 * every tweet is pushed from the moment an author stops being famous.
 */
public final class FanOutPolicy {
    private final GraphStore store;
    private final Fame fame;

    public FanOutPolicy(GraphStore store, Fame fame) {
        this.store = store;
        this.fame = fame;
    }

    /** Whether the author's tweets are pushed to followers instead of pulled by them. */
    boolean pushes(long authorId) {
        return !fame.everyone() && !store.isFamous(authorId);
    }
}

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
    private final FamousAuthors pulled;

    /** @param pulled whose tweets this process pulls */
    public FanOutPolicy(GraphStore store, Fame fame, FamousAuthors pulled) {
        this.store = store;
        this.fame = fame;
        this.pulled = pulled;
    }

    /** Whether the author's tweets are pushed to followers instead of pulled by them. */
    boolean pushes(long authorId) {
        return !fame.everyone() && !store.isFamous(authorId);
    }

    /**
     * Whether the author's recent tweets are pushed to new followers. They are also pushed if the author has just become
     * famous, perhaps by this follow, and this process does not pull the author's tweets yet.
     */
    boolean pushesToNewFollowers(long authorId) {
        return pushes(authorId) || !pulled.contains(authorId);
    }
}

package social.roost.ranking;

/** How users want their home timeline. */
public final class HomeChoices {
    private final SignalStore store;
    private final SeenTweets seen;

    public HomeChoices(SignalStore store, SeenTweets seen) {
        this.store = store;
        this.seen = seen;
    }

    public HomeChoice of(long userId) {
        return store.choice(userId);
    }

    /** Stores a choice. What was seen is forgotten if it is not to be remembered. */
    public void choose(long userId, HomeChoice choice) {
        store.choose(userId, choice);
        if (!choice.remembersSeen()) {
            seen.forget(userId);
        }
    }
}

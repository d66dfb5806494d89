package social.roost.timeline;

import social.roost.view.Entry;

/**
 * Decides which retweets show a reader nothing new: the original, or another retweet of it, is among the 40 tweets
 * directly below. New tweets above make no difference, so a timeline does not change while a reader pages through it.
 * If a long run of hidden tweets is below, only as many are checked as {@link social.roost.base.ReadSteps} allows.
 */
final class Repetitions {
    static final int WINDOW = 40;

    private Repetitions() {}

    /**
     * Whether an entry repeats one of those below it.
     *
     * @param first the index of the first one below it
     */
    static boolean isOne(Entry entry, Candidates candidates, int first) {
        if (!entry.isRetweet()) {
            return false;
        }
        long subject = entry.tweet().subjectId();
        for (int i = first; i < first + WINDOW; i++) {
            Entry below = candidates.get(i);
            if (below == null) {
                return false;
            }
            if (below.tweet().subjectId() == subject) {
                return true;
            }
        }
        return false;
    }
}

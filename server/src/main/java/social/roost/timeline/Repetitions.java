package social.roost.timeline;

import social.roost.view.Entry;

/**
 * Tells which retweets show a reader nothing new: the original, or another retweet of it, is among the 40 tweets right below.
 * What comes above later makes no difference to that, so a timeline stays what it was while one pages through it. Where a long
 * run of tweets that do not show lies below, only as many are looked at as {@link social.roost.base.ReadSteps} allows.
 */
final class Repetitions {
    static final int WINDOW = 40;

    private Repetitions() {}

    /**
     * Whether an entry repeats one of those below it.
     *
     * @param first the place of the first below it
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

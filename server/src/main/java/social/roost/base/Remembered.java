package social.roost.base;

import java.util.function.LongPredicate;

/** Answers about ids, most of which are asked again within one read. Not safe for several threads. */
public final class Remembered implements LongPredicate {
    private static final int PLACES = 512;

    private final LongPredicate asked;
    private final long[] ids = new long[PLACES];
    private final boolean[] answers = new boolean[PLACES];

    public Remembered(LongPredicate asked) {
        this.asked = asked;
    }

    @Override
    public boolean test(long id) {
        int place = Long.hashCode(id * 0x9E3779B97F4A7C15L) & (PLACES - 1);
        if (ids[place] != id) {
            ids[place] = id;
            answers[place] = asked.test(id);
        }
        return answers[place];
    }
}

package social.roost.base;

/**
 * Bounds how many rows of a list one request reads when some of the rows do not show.
 *
 * <p>The first step reads what fills a page on which every row shows, so such a page costs no more than its rows. A second
 * one, twice as large, makes up for a few that do not show. Two large ones pass over a long run of them, and then reading
 * ends: the page is short, and its cursor leads on from the last row read.
 */
public final class ReadSteps {
    private static final int[] LARGE = {200, 400};
    private static final int SMALL_STEPS = 2;

    private final int first;
    private final int most;
    private int taken;

    /** @param first rows of the first step */
    public ReadSteps(int first) {
        this(first, SMALL_STEPS + LARGE.length);
    }

    private ReadSteps(int first, int most) {
        this.first = first;
        this.most = most;
    }

    /** Without the large steps. */
    public static ReadSteps few(int first) {
        return new ReadSteps(first, SMALL_STEPS);
    }

    /** Whether another step may be taken. */
    public boolean hasNext() {
        return taken < most;
    }

    /** How many rows the next step reads. */
    public int next() {
        int step = taken++;
        return step < SMALL_STEPS ? first << step : LARGE[step - SMALL_STEPS];
    }
}

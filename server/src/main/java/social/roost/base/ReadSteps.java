package social.roost.base;

/**
 * Limits how many rows of a list a request reads if some of them are hidden.
 *
 * <p>The first step reads what fills a page if every row is visible, so such a page costs no more than its rows. The
 * second one, twice as large, makes up for a few hidden rows. Two large ones skip a long run of them, and then reading
 * ends: the page is short, and its cursor continues after the last row.
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

    /** Whether another step is allowed. */
    public boolean hasNext() {
        return taken < most;
    }

    /** How many rows the next step reads. */
    public int next() {
        int step = taken++;
        return step < SMALL_STEPS ? first << step : LARGE[step - SMALL_STEPS];
    }
}

package social.roost.base;

/** {@code ./roost test --long}: repeats what takes long and rarely fails more often. */
public final class LongRun {
    private static final boolean LONG = Boolean.getBoolean("roost.test.long");

    private LongRun() {}

    /** How often to repeat something. */
    public static int times(int usually, int inLongRun) {
        return LONG ? inLongRun : usually;
    }
}

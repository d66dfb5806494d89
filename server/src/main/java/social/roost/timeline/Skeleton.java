package social.roost.timeline;

/** The ids of a timeline, before anyone asked which of them may be shown. All arrays are in falling order. */
interface Skeleton {

    /** The greatest ids below one: fewer than the limit only where there are no more. */
    long[] older(long before, int limit);

    /** The lowest ids above one: fewer than the limit only where there are no more. */
    long[] newer(long after, int limit);
}

package social.roost.base;

/** A node number that no other process has while this one holds it, so their ids differ. */
public interface NodeLease extends AutoCloseable {

    int number();

    /**
     * At least the greatest id created with this number before, so that a clock that was set back creates no id twice.
     */
    long latestId();

    /**
     * Called before an id is created.
     *
     * @throws UnavailableException if another process may have the number, because the lease could not be renewed in
     *     time
     */
    void requireHeld();

    /** Called after ids were created with the number: {@link #latestId} of the next holder takes them into account. */
    void keepAheadOf(Snowflake ids);

    /** A number that is unique by configuration. */
    static NodeLease fixed(int number, long latestId) {
        return new FixedNode(number, latestId);
    }

    /** Releases the number; no more ids may be created with it. */
    @Override
    void close();
}

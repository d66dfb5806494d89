package social.roost.base;

/** A node number that no other process has while this one holds it; so their ids differ. */
public interface NodeLease extends AutoCloseable {

    int number();

    /** No id that was made with this number before is greater, so that a clock set back makes none twice. */
    long latestId();

    /**
     * To be called before an id is made.
     *
     * @throws UnavailableException when the number may be someone else's, because holding it could not be confirmed in time
     */
    void requireHeld();

    /** Call it once these ids are made with the number: {@link #latestId} of whoever has it next takes them into account. */
    void keepAheadOf(Snowflake ids);

    /** A number that nobody else was given, because someone saw to that. */
    static NodeLease fixed(int number, long latestId) {
        return new FixedNode(number, latestId);
    }

    /** Gives the number back; no id may be made with it from then on. */
    @Override
    void close();
}

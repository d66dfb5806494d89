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

    /** Gives the number back; no id may be made with it from then on. */
    @Override
    void close();
}

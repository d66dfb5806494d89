package social.roost.backup;

/** Is told, often, how far the work has got. */
@FunctionalInterface
public interface BackupProgress {
    /** For work that nobody watches. */
    BackupProgress NONE = (what, done, all) -> {};

    /**
     * Tells it.
     *
     * @param what is being done, as "media"
     * @param done in the unit that {@code what} names
     */
    void reached(String what, long done, long all);
}

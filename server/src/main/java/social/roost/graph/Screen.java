package social.roost.graph;

/**
 * What stands between a user and others: ids in rising order, not to be changed.
 *
 * <p>Not a record, since it holds arrays.
 */
public final class Screen {
    private final long[] blocked;
    private final long[] blockedBy;
    private final long[] muted;
    private final long[] mutedUntil;

    /**
     * @param mutedUntil the end of the mute for each of {@code muted}
     */
    public Screen(long[] blocked, long[] blockedBy, long[] muted, long[] mutedUntil) {
        this.blocked = blocked;
        this.blockedBy = blockedBy;
        this.muted = muted;
        this.mutedUntil = mutedUntil;
    }

    /** Whom the user blocks. */
    public long[] blocked() {
        return blocked;
    }

    /** Who blocks the user. */
    public long[] blockedBy() {
        return blockedBy;
    }

    /** Whom the user mutes; the mute may have ended since. */
    public long[] muted() {
        return muted;
    }

    /** When the mute of each of {@link #muted} ends, in milliseconds since 1970; {@link BlockStore#FOR_EVER} if it does not. */
    public long[] mutedUntil() {
        return mutedUntil;
    }

    /** How many users are on it. */
    public int size() {
        return blocked.length + blockedBy.length + muted.length;
    }
}

package social.roost.graph;

import java.time.InstantSource;
import java.util.Arrays;
import social.roost.base.Ids;
import social.roost.user.Suspensions;

/**
 * The users hidden from a reader: those whom the reader blocks or mutes, those who block the reader, and suspended
 * users.
 */
public final class Hidden {
    private static final Screen NO_SCREEN = new Screen(Ids.NONE, Ids.NONE, Ids.NONE, Ids.NONE, Ids.NONE, Ids.NONE);
    private static final int ENTRY_BYTES = 200;

    private final Screen screen;
    private final Suspensions suspensions;
    private final InstantSource clock;

    Hidden(Screen screen, Suspensions suspensions, InstantSource clock) {
        this.screen = screen;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /** For a reader without blocks and mutes. */
    static Hidden fromAnyone(Suspensions suspensions) {
        return new Hidden(NO_SCREEN, suspensions, InstantSource.system());
    }

    /** Whether the author is hidden now. */
    public boolean contains(long authorId) {
        return isSuspended(authorId) || blocks(authorId) || isBlockedBy(authorId) || mutes(authorId);
    }

    public boolean isSuspended(long otherId) {
        return suspensions.include(otherId);
    }

    /** Whether the reader blocks this user. */
    public boolean blocks(long otherId) {
        return Ids.contains(screen.blocked(), otherId);
    }

    /** Whether this user blocks the reader. */
    public boolean isBlockedBy(long otherId) {
        return Ids.contains(screen.blockedBy(), otherId);
    }

    /** Whether the reader mutes this user now. */
    public boolean mutes(long otherId) {
        return mutedUntil(otherId) > clock.millis();
    }

    /** What the reader wants of this user, who may or may not be a followee. */
    public FollowOptions options(long otherId) {
        return new FollowOptions(
                Ids.contains(screen.withoutRetweets(), otherId), Ids.contains(screen.notifying(), otherId));
    }

    /** Whether the reader does not want to see what this user retweets. */
    public boolean hidesRetweetsOf(long otherId) {
        return Ids.contains(screen.withoutRetweets(), otherId);
    }

    /**
     * The end of the reader's mute of this user, past or future; {@link BlockStore#FOR_EVER} if it does not expire; 0
     * for no mute.
     */
    long mutedUntil(long otherId) {
        int place = Arrays.binarySearch(screen.muted(), otherId);
        return place >= 0 ? screen.mutedUntil()[place] : 0;
    }

    int bytes() {
        return ENTRY_BYTES + 2 * Long.BYTES * screen.size();
    }
}

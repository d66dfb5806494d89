package social.roost.graph;

import java.time.InstantSource;
import java.util.Arrays;
import social.roost.base.Ids;

/** Whom a reader does not get to see: whoever the reader blocks or mutes, and whoever blocks the reader. */
public final class Hidden {
    static final Hidden NOBODY = new Hidden(new Screen(Ids.NONE, Ids.NONE, Ids.NONE, Ids.NONE), InstantSource.system());

    private static final int ENTRY_BYTES = 200;

    private final Screen screen;
    private final InstantSource clock;

    private Hidden(Screen screen, InstantSource clock) {
        this.screen = screen;
        this.clock = clock;
    }

    static Hidden behind(Screen screen, InstantSource clock) {
        return screen.size() == 0 ? NOBODY : new Hidden(screen, clock);
    }

    /** Whether it is so now. */
    public boolean contains(long authorId) {
        return blocks(authorId) || isBlockedBy(authorId) || mutes(authorId);
    }

    /** Whether the reader blocks this one. */
    public boolean blocks(long otherId) {
        return Ids.contains(screen.blocked(), otherId);
    }

    /** Whether this one blocks the reader. */
    public boolean isBlockedBy(long otherId) {
        return Ids.contains(screen.blockedBy(), otherId);
    }

    /** Whether the reader mutes this one now. */
    public boolean mutes(long otherId) {
        int place = Arrays.binarySearch(screen.muted(), otherId);
        return place >= 0 && screen.mutedUntil()[place] > clock.millis();
    }

    int bytes() {
        return ENTRY_BYTES + 2 * Long.BYTES * screen.size();
    }
}

package social.roost.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.ReadSteps;
import social.roost.view.Entry;

/** The tweets that belong in a timeline below a place, loaded on demand and as far as {@link ReadSteps} allows. */
final class Candidates {
    private final Timeline timeline;
    private final List<Entry> loaded = new ArrayList<>();
    private final ReadSteps steps;
    private long before;
    private boolean ended;

    /**
     * Starts above the place.
     *
     * @param steps how many to load
     */
    Candidates(Timeline timeline, long before, ReadSteps steps) {
        this.timeline = timeline;
        this.before = before;
        this.steps = steps;
    }

    /** The tweet at this index, from 0; null if no more are found. */
    @Nullable
    Entry get(int index) {
        while (index >= loaded.size() && !ended && steps.hasNext()) {
            load(steps.next());
        }
        return index < loaded.size() ? loaded.get(index) : null;
    }

    /** Whether there may be a tweet at this index. */
    boolean mayHave(int index) {
        return index < loaded.size() || !ended;
    }

    /** The lowest id that was read. */
    long lowest() {
        return before;
    }

    private void load(int step) {
        long[] found = timeline.idsBelow(before, step);
        for (Entry entry : timeline.load(found)) {
            if (!timeline.drops(entry)) {
                loaded.add(entry);
            }
        }
        ended = found.length < step;
        before = found.length == 0 ? before : found[found.length - 1];
    }
}

package social.roost.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import social.roost.view.Entry;
import social.roost.view.Hydration;
import social.roost.view.Viewer;

/**
 * The tweets of a timeline from a place down that a viewer may be shown, loaded as far as they are looked at. When few of
 * those found may be shown, more are loaded at once, so that a long run of others costs few steps.
 */
final class Candidates {
    private static final int MOST_AT_ONCE = 400;

    private final Skeleton skeleton;
    private final Hydration hydration;
    private final Viewer viewer;
    private final Predicate<Entry> shown;
    private final List<Entry> loaded = new ArrayList<>();
    private long before;
    private int step;
    private boolean ended;

    /**
     * Begins above the place.
     *
     * @param step how many to load at first
     */
    Candidates(Skeleton skeleton, Hydration hydration, Viewer viewer, Predicate<Entry> shown, long before, int step) {
        this.skeleton = skeleton;
        this.hydration = hydration;
        this.viewer = viewer;
        this.shown = shown;
        this.before = before;
        this.step = step;
    }

    /** The one at this place, counted from 0; null when there are not so many. */
    @Nullable
    Entry get(int index) {
        while (index >= loaded.size() && !ended) {
            load();
        }
        return index < loaded.size() ? loaded.get(index) : null;
    }

    /** Whether there may be one at this place. */
    boolean mayHave(int index) {
        return index < loaded.size() || !ended;
    }

    private void load() {
        long[] found = skeleton.older(before, step);
        for (Entry entry : hydration.load(found, viewer)) {
            if (shown.test(entry)) {
                loaded.add(entry);
            }
        }
        ended = found.length < step;
        before = found.length == 0 ? before : found[found.length - 1];
        step = Math.min(2 * step, MOST_AT_ONCE);
    }
}

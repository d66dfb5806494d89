package social.roost.media;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** For each kind of use, whether what should use a medium exists and does so. */
public final class UseChecks {
    private final Map<MediaUse.Kind, BiPredicate<Medium, MediaUse>> checks = new ConcurrentHashMap<>();

    /** Sets the check of a kind; called before media are processed. */
    public void add(MediaUse.Kind kind, BiPredicate<Medium, MediaUse> isUsed) {
        checks.put(kind, isUsed);
    }

    /**
     * Checks a use.
     *
     * @throws IllegalStateException if nobody can tell: the use must stay
     */
    public boolean isUsed(Medium medium, MediaUse use) {
        BiPredicate<Medium, MediaUse> check = checks.get(use.kind());
        if (check == null) {
            throw new IllegalStateException("No check for uses of the kind " + use.kind());
        }
        return check.test(medium, use);
    }
}

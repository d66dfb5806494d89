package social.roost.trend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds topics that are the same one:
 *
 * <ul>
 *   <li>a phrase within a longer one, if 80 % of its authors are also those of the longer one, which remains;
 *   <li>topics with the same letters, such as {@code #mikejohnson} and {@code mike johnson}, if 70 % of the authors of
 *       the smaller one are also those of the other;
 *   <li>any two, if 70 % of the authors of the larger one are also those of the other.
 * </ul>
 */
final class Merging {
    private static final double PART = 0.8;
    private static final double SAME = 0.7;

    private final List<Rise> rises;
    private final long minute;
    private final Map<Rise, Rise> into = new HashMap<>();

    private Merging(List<Rise> rises, long minute) {
        this.rises = rises;
        this.minute = minute;
    }

    /**
     * The topics that remain, with the others that are merged into each.
     *
     * @param rises those that should rather remain come first
     */
    static Map<Rise, List<Rise>> merge(List<Rise> rises, long minute) {
        Merging merging = new Merging(rises, minute);
        merging.mergeParts();
        merging.mergeOthers();
        Map<Rise, List<Rise>> merged = new LinkedHashMap<>();
        for (Rise rise : rises) {
            Rise remains = merging.remaining(rise);
            List<Rise> others = merged.computeIfAbsent(remains, _ -> new ArrayList<>());
            if (!remains.equals(rise)) {
                others.add(rise);
            }
        }
        return merged;
    }

    private void mergeParts() {
        for (Rise rise : rises) {
            Rise longer = longer(rise);
            if (longer != null) {
                into.put(rise, longer);
            }
        }
    }

    private @Nullable Rise longer(Rise part) {
        return part.topic().topic().kind() == Topic.Kind.HASHTAG
                ? null
                : rises.stream()
                        .filter(other ->
                                isPart(part.topic().key(), other.topic().key()) && share(part, other) >= PART)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isPart(String part, String whole) {
        return part.length() < whole.length() && !whole.startsWith("#") && containsWords(whole, part);
    }

    /** Phrases without spaces have no words that would have to be whole. */
    private static boolean containsWords(String whole, String part) {
        return TopicExtraction.isCjk(part.codePointAt(0))
                ? whole.contains(part)
                : (" " + whole + " ").contains(" " + part + " ");
    }

    private void mergeOthers() {
        List<Rise> remaining = new ArrayList<>();
        for (Rise rise : rises) {
            if (!into.containsKey(rise)) {
                Rise same = remaining.stream()
                        .filter(other -> isSame(rise, other))
                        .findFirst()
                        .orElse(null);
                if (same == null) {
                    remaining.add(rise);
                } else {
                    into.put(rise, same);
                }
            }
        }
    }

    private boolean isSame(Rise one, Rise other) {
        boolean oneIsSmaller = one.count().all() <= other.count().all();
        Rise smaller = oneIsSmaller ? one : other;
        Rise larger = oneIsSmaller ? other : one;
        if (letters(one).equals(letters(other))) {
            return share(smaller, larger) >= SAME;
        }
        return smaller.count().all() >= SAME * larger.count().all() && share(larger, smaller) >= SAME;
    }

    private static String letters(Rise rise) {
        return rise.topic().key().replace("#", "").replace(" ", "").replace("_", "");
    }

    private double share(Rise one, Rise other) {
        return one.topic().authors().shareIn(other.topic().authors(), minute);
    }

    private Rise remaining(Rise rise) {
        Rise remains = rise;
        for (Rise next = into.get(remains); next != null; next = into.get(remains)) {
            remains = next;
        }
        return remains;
    }
}

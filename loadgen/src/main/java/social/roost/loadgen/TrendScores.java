package social.roost.loadgen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares lists of trends with what was planted. A rise is found if it is on the list of where its authors are from.
 * Every other topic on a list is wrong, as is a second spelling of a rise on the same list.
 */
final class TrendScores {
    private final List<PlantedRise> rises;
    private final Map<String, PlantedRise> byName = new HashMap<>();
    private final Map<PlantedRise, Long> found = new HashMap<>();
    private final Set<String> wrong = new HashSet<>();
    private final Set<String> spam = new HashSet<>();

    TrendScores(List<PlantedRise> rises) {
        this.rises = rises;
        rises.forEach(rise -> rise.names().forEach(name -> byName.put(name, rise)));
    }

    /** A list at the end of a minute. */
    void see(String location, long minute, List<String> names) {
        Set<PlantedRise> listed = new HashSet<>();
        for (String name : names) {
            PlantedRise rise = byName.get(name);
            if (rise == null || minute < rise.start() || !listed.add(rise)) {
                boolean _ = wrong.add(location + " " + name);
                if (name.contains("spam") || name.contains("offer")) {
                    boolean _ = spam.add(name);
                }
            } else if (rise.location().equals(location)) {
                var _ = found.putIfAbsent(rise, minute + 1 - rise.start());
            }
        }
    }

    int planted() {
        return rises.size();
    }

    /** The number of rises. */
    int found() {
        return found.size();
    }

    /** The number of topics that are on the list of a place without having risen there. */
    int wrong() {
        return wrong.size();
    }

    /** Of those, the topics of spammers. */
    int spam() {
        return spam.size();
    }

    /** In minutes, of the found rises. */
    List<Double> delays() {
        List<Double> delays = new ArrayList<>();
        found.values().forEach(minutes -> delays.add((double) minutes));
        return delays;
    }
}

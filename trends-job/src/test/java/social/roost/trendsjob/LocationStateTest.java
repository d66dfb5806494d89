package social.roost.trendsjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import social.roost.trend.LocationTrends;
import social.roost.trend.Observation;
import social.roost.trend.TrendsCodec;

class LocationStateTest {
    private static final long FIRST = Traffic.BEGIN / Traffic.MINUTE;

    private final List<Observation> traffic = Traffic.generate(1);
    private final Map<String, String> expected = worldwide(Traffic.trendsOf(traffic));

    @Test
    void findsWhatTheDetectorFinds() {
        LocationState state = new LocationState(ToLocations.WORLDWIDE, 0);
        Map<String, String> found = new TreeMap<>();
        int next = 0;
        for (int minute = 0; minute < Traffic.MINUTES; minute++) {
            while (next < traffic.size() && minuteOf(traffic.get(next)) <= minute) {
                state.accept(traffic.get(next++));
            }
            end(state, minute, found);
        }

        assertThat(found).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void observationsOfLaterMinutesWaitInAnyOrder() {
        List<Observation> shuffled = new ArrayList<>(traffic);
        Collections.shuffle(shuffled, new Random(2));
        LocationState state = new LocationState(ToLocations.WORLDWIDE, 0);
        shuffled.forEach(state::accept);
        Map<String, String> found = new TreeMap<>();
        for (int minute = 0; minute < Traffic.MINUTES; minute++) {
            end(state, minute, found);
        }

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aStateThatWasWrittenAndReadContinues() {
        LocationStateSerializer serializer = new LocationStateSerializer();
        LocationState state = new LocationState(ToLocations.WORLDWIDE, 0);
        Map<String, String> found = new TreeMap<>();
        int next = 0;
        for (int minute = 0; minute < Traffic.MINUTES; minute++) {
            while (next < traffic.size() && minuteOf(traffic.get(next)) <= minute + 2) {
                state.accept(traffic.get(next++));
            }
            state = serializer.copy(state);
            end(state, minute, found);
            state = serializer.copy(state);
        }

        assertThat(found).isEqualTo(expected);
    }

    private static long minuteOf(Observation observation) {
        return observation.atMillis() / Traffic.MINUTE - FIRST;
    }

    private static void end(LocationState state, int minute, Map<String, String> found) {
        LocationTrends trends = state.end(ToLocations.WORLDWIDE, FIRST + minute, Traffic.LIMIT);
        if (trends != null) {
            found.put(Traffic.key(trends), TrendsCodec.encode(trends));
        }
    }

    private static Map<String, String> worldwide(Map<String, String> trends) {
        Map<String, String> worldwide = new TreeMap<>(trends);
        worldwide.keySet().removeIf(key -> !key.startsWith(" "));
        return worldwide;
    }
}

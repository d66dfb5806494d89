package social.roost.trend;

import java.util.List;

/**
 * The trends of a location after a minute. If the job fails and continues, it may write them again, the same.
 *
 * @param location a country code; empty for worldwide
 * @param atMillis the end of the minute
 * @param trends the highest score first; empty if there are none any more
 */
public record LocationTrends(String location, long atMillis, List<Trend> trends) {
    public LocationTrends {
        trends = List.copyOf(trends);
    }
}

package social.roost.trend;

import java.time.Duration;
import java.util.List;

/** The trends of the last minute, wherever they are detected. */
public interface TrendBoard {
    /** How long trends are shown without newer ones: as long as it takes to restart the detection. */
    Duration SHOWN = Duration.ofMinutes(10);

    /** More trends of a location are not kept: enough to fill a page after hidden ones are left out. */
    int MOST = 200;

    /**
     * The trends of a location, the highest score first; none if they are older than {@link #SHOWN}.
     *
     * @param location the code of a country; empty for worldwide
     * @throws social.roost.base.UnavailableException if they cannot be read
     */
    List<Trend> trends(String location, int limit);

    /** Another number after each change, as far as it is known. Looks it up, so it is called about once a second. */
    long version();

    /** Whether trends are detected: if not, there will be none whatever is posted. */
    boolean isDetecting();
}

package social.roost.trend;

import java.util.List;

/** The trends of the last minute, wherever they are detected. */
public interface TrendBoard {

    /**
     * The trends of a location, the highest score first.
     *
     * @param location the code of a country; empty for worldwide
     */
    List<Trend> trends(String location, int limit);

    /** Another number after each change. */
    long version();
}

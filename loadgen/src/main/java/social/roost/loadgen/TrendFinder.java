package social.roost.loadgen;

import java.util.List;

/** A way to find trends, worldwide and by location. */
interface TrendFinder {
    void accept(TrendTraffic.Tweet tweet);

    /** After the last tweet of a minute. */
    void endMinute(long minute);

    /**
     * The names of the trends, the best first.
     *
     * @param location empty for worldwide
     */
    List<String> trends(String location);
}

package social.roost.trend;

/** Where the detection of trends learns what was observed. Repetitions change nothing. */
@FunctionalInterface
public interface ObservationLog {

    /**
     * Appends after earlier observations of the same author. A {@link Observation.Clock} says that everything that
     * the event log had at its time has been appended: the minutes before are complete.
     *
     * <p>What is appended is not lost when this returns, unless the log is in memory.
     *
     * @throws social.roost.base.UnavailableException if it may not have been appended
     */
    void append(Observation observation);
}

package social.roost.loadgen.plan;

import java.util.Locale;

/** What decides how many nodes there are. */
enum Bound {
    /** That a failure of one leaves others, or that there are as many as replicas. */
    MINIMUM,
    CPU,
    MEMORY,
    DISK;

    @Override
    public String toString() {
        return this == CPU ? "CPU" : name().toLowerCase(Locale.ROOT);
    }
}

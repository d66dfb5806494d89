package social.roost.loadgen.plan;

import java.util.Locale;

/** What determines the number of nodes. */
enum Bound {
    /** Redundancy, or the number of replicas. */
    MINIMUM,
    CPU,
    MEMORY,
    DISK;

    @Override
    public String toString() {
        return this == CPU ? "CPU" : name().toLowerCase(Locale.ROOT);
    }
}

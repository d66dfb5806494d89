package social.roost.loadgen.plan;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A type of machine, available in any number.
 *
 * @param spare the share of each resource that stays idle, for failures, compaction and the unforeseen
 */
record Node(int vcpus, double memoryGib, double diskGib, double spare) {
    static final double GIB = 1L << 30;

    /** As many nodes as the scarcest resource requires. */
    Line line(Demand demand) {
        return Stream.of(
                        new Line(demand, demand.least(), Bound.MINIMUM),
                        new Line(demand, count(demand.cores(), cores()), Bound.CPU),
                        new Line(demand, count(demand.memory(), roomBeside(demand)), Bound.MEMORY),
                        new Line(demand, count(demand.disk(), disk()), Bound.DISK))
                .max(Comparator.comparingInt(Line::nodes))
                .orElseThrow();
    }

    /** Whether one node is enough. */
    boolean holds(Demand demand) {
        return demand.cores() <= cores()
                && demand.memory() + demand.memoryOfEach() <= memory()
                && demand.disk() <= disk();
    }

    /** Cores that may be busy. */
    double cores() {
        return vcpus * (1 - spare);
    }

    private double memory() {
        return memoryGib * GIB * (1 - spare);
    }

    private double disk() {
        return diskGib * GIB * (1 - spare);
    }

    private double roomBeside(Demand demand) {
        double room = memory() - demand.memoryOfEach();
        if (room <= 0) {
            throw new IllegalArgumentException(
                    "A node of %s needs %.1f GiB of memory, but of its %.1f GiB only %.1f may be used. Raise --memory or --famous-at."
                            .formatted(demand.name(), demand.memoryOfEach() / GIB, memoryGib, memory() / GIB));
        }
        return room;
    }

    private static int count(double needed, double each) {
        return Math.toIntExact((long) Math.ceil(needed / each));
    }
}

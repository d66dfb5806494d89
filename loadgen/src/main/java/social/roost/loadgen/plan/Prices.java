package social.roost.loadgen.plan;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Prices for a month of 730 hours, from a file, by default {@code prices.json}.
 *
 * @param vcpu of a virtual processor
 * @param memoryGib of a GiB of memory
 * @param diskGib of a GiB of disk
 * @param trafficGib of each GiB sent to clients
 * @param source their origin, or that they are assumed
 */
record Prices(String currency, double vcpu, double memoryGib, double diskGib, double trafficGib, String source) {
    Prices {
        if (vcpu < 0 || memoryGib < 0 || diskGib < 0 || trafficGib < 0) {
            throw new IllegalArgumentException("a price must not be less than 0");
        }
    }

    static Prices builtIn() {
        return PlanFiles.builtIn("prices.json", Prices.class);
    }

    /** @throws IllegalArgumentException if a price is missing, unknown or negative */
    static Prices read(Path file) throws IOException {
        return PlanFiles.read(file, Prices.class);
    }

    /** For a month of processors and memory, both including the node's spare share. */
    double ofMonth(double cores, double memory, Node node) {
        return (cores * vcpu + memory / Node.GIB * memoryGib) / (1 - node.spare());
    }

    /** For a month of these nodes. Only the required disk is paid for. */
    double ofMonth(Line line, Node node) {
        double disk = line.demand().disk() / Node.GIB / (1 - node.spare());
        return line.nodes() * (node.vcpus() * vcpu + node.memoryGib() * memoryGib) + disk * diskGib;
    }
}

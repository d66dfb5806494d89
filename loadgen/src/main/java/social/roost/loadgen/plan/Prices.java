package social.roost.loadgen.plan;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What is paid for, by the month of 730 hours. A file, {@code prices.json} unless another is named.
 *
 * @param vcpu of a virtual processor
 * @param memoryGib of a GiB of memory
 * @param diskGib of a GiB of disk
 * @param trafficGib of each GiB sent to clients
 * @param source where they are from, or that they are assumed
 */
record Prices(String currency, double vcpu, double memoryGib, double diskGib, double trafficGib, String source) {
    Prices {
        if (vcpu < 0 || memoryGib < 0 || diskGib < 0 || trafficGib < 0) {
            throw new IllegalArgumentException("a price is less than 0");
        }
    }

    static Prices builtIn() {
        return PlanFiles.builtIn("prices.json", Prices.class);
    }

    /** @throws IllegalArgumentException when a price is missing, unknown or less than 0 */
    static Prices read(Path file) throws IOException {
        return PlanFiles.read(file, Prices.class);
    }

    /** Of a month of processors and memory, both kept as idle as the node's spare demands. */
    double ofMonth(double cores, double memory, Node node) {
        return (cores * vcpu + memory / Node.GIB * memoryGib) / (1 - node.spare());
    }

    /** Of a month of these nodes. Only the disk that is needed is paid. */
    double ofMonth(Line line, Node node) {
        double disk = line.demand().disk() / Node.GIB / (1 - node.spare());
        return line.nodes() * (node.vcpus() * vcpu + node.memoryGib() * memoryGib) + disk * diskGib;
    }
}

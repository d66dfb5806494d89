package social.roost.loadgen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NodeTest {
    /** Of which 4 cores, 16 GiB of memory and 500 GiB of disk may be used. */
    private static final Node NODE = Given.node();

    private static final double GIB = Node.GIB;

    @Test
    void whatAsksForMostDecides() {
        assertThat(NODE.line(demand(9, 0, 0, 0))).matches(line -> line.nodes() == 3 && line.bound() == Bound.CPU);
        assertThat(NODE.line(demand(9, 65, 0, 0))).matches(line -> line.nodes() == 5 && line.bound() == Bound.MEMORY);
        assertThat(NODE.line(demand(9, 65, 0, 5_000)))
                .matches(line -> line.nodes() == 10 && line.bound() == Bound.DISK);
        assertThat(NODE.line(demand(1, 1, 0, 1))).matches(line -> line.nodes() == 2 && line.bound() == Bound.MINIMUM);
    }

    @Test
    void whatEachNodeHoldsLeavesLessRoom() {
        assertThat(NODE.line(demand(0, 65, 3, 0)).nodes()).isEqualTo(5);
        assertThat(NODE.line(demand(0, 66, 3, 0)).nodes()).isEqualTo(6);
        assertThatThrownBy(() -> NODE.line(demand(0, 0, 16, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "A node of some role needs 16.0 GiB of memory, but of its 32.0 GiB only 16.0 may be used.");
    }

    @Test
    void oneNodeHoldsWhatFitsInEveryWay() {
        assertThat(NODE.holds(demand(4, 15, 1, 500))).isTrue();
        assertThat(NODE.holds(demand(4.1, 0, 0, 0))).isFalse();
        assertThat(NODE.holds(demand(0, 16, 1, 0))).isFalse();
        assertThat(NODE.holds(demand(0, 0, 0, 501))).isFalse();
    }

    @Test
    void nodesArePaidWholeAndDiskAsNeeded() {
        // 3 nodes of 8 vCPUs at 10 and 32 GiB at 2, and twice 100 GiB at 0.1, as half is spare.
        Line line = NODE.line(demand(9, 0, 0, 100));
        assertThat(Given.prices().ofMonth(line, NODE)).isCloseTo(3 * (80 + 64) + 20, within(1e-9));
        // Twice 3 cores at 10 and 5 GiB at 2.
        assertThat(Given.prices().ofMonth(3, 5 * GIB, NODE)).isCloseTo(2 * (30 + 10), within(1e-9));
    }

    private static Demand demand(double cores, double memory, double ofEach, double disk) {
        return new Demand("some role", cores, memory * GIB, ofEach * GIB, disk * GIB, 2);
    }
}

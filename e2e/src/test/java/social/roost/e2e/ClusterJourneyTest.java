package social.roost.e2e;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;

/** The journeys with every role in a process of its own, behind a gateway, on the real servers (K1, B2, C8). */
@Tag("stack")
@Order(RoostCluster.LAST)
final class ClusterJourneyTest implements Journeys {
    @Override
    public String address() {
        return RoostCluster.shared().address();
    }
}
